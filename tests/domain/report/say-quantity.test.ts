import { describe, expect, test } from 'vitest';
import type { Quantity } from '../../../domain/report/document.ts';
import { sayFraction, sayInWan } from '../../../domain/report/say/say-number.ts';
import { sayQuantity } from '../../../domain/report/say/say-quantity.ts';

describe('the words for a quantity', () => {
  test.each<[Quantity, string, string]>([
    [{ kind: 'area', squareMetres: 5_440_000, unit: '平方公里' }, '5.44平方公里', '5.44平方公里'],
    [{ kind: 'area', squareMetres: 656_766.667, unit: '亩' }, '近1000亩', '985.15亩'],
    [{ kind: 'money', yuan: 582_000_000 }, '58200万元', '58200万元'],
    [{ kind: 'money', yuan: 4_476_700 }, '447.67万元', '447.67万元'],
    [{ kind: 'yuan-per-area', yuan: 10_000_000, squareMetres: 55_000 / 3 }, '36.36万元', '36.36万元/亩'],
    [{ kind: 'length', metres: 2973.729 }, '2973.7米', '2973.729米'],
    [{ kind: 'volume', cubicMetres: 2_250_000 }, '225万立方米', '225万立方米'],
    [{ kind: 'share', numerator: 4_476_700, denominator: 14_148_900 }, '31.64%', '31.64%'],
    [{ kind: 'ratio', numerator: 544, denominator: 400 }, '1.36倍', '1.36倍'],
    [{ kind: 'amount', quantity: 40_000, unit: '吨/日' }, '4万吨/日', '4万吨/日'],
    [{ kind: 'amount', quantity: 10_000, unit: 'm²' }, '1万平方米', '1万平方米'],
    [{ kind: 'day', day: '2007-02-08', style: 'month' }, '2007年2月', '2007年2月8日'],
  ])('%j is %s', (quantity, wording, exact) => {
    expect(sayQuantity(quantity)).toMatchObject({ wording, exact });
  });

  test('rounding is half up on whole numbers, also where a binary fraction would not be', () => {
    expect(sayFraction(1005, 1000, 2)).toBe('1.01');
    expect(sayFraction(-1005, 1000, 2)).toBe('-1.01');
    expect(sayFraction(-1, 1000, 2)).toBe('0');
    expect(sayFraction(3, 2, 0)).toBe('2');
    expect(sayInWan(1500)).toBe('1500');
    expect(sayInWan(12_345)).toBe('12345');
  });
});
