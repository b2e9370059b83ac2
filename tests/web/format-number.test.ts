import { describe, expect, it } from 'vitest';
import { formatWanYuan } from '../../web/ui/format-money.ts';
import { divideHalfUp, formatNumber, formatPercent, formatScaled, roundHalfUp } from '../../web/ui/format-number.ts';

describe('numbers', () => {
  it('rounds half away from zero as written', () => {
    expect(roundHalfUp(1.005, 2)).toBe(1.01);
    expect(roundHalfUp(-1.005, 2)).toBe(-1.01);
    expect(roundHalfUp(1e-7, 2)).toBe(0);
    expect(divideHalfUp(5, 2)).toBe(3);
    expect(divideHalfUp(-5, 2)).toBe(-3);
    expect(divideHalfUp(-1, 4)).toBe(0);
  });

  it('groups thousands before the point only', () => {
    expect(formatNumber(1234567.891, 2)).toBe('1,234,567.89');
    expect(formatNumber(0.123456, 6)).toBe('0.123456');
    expect(formatScaled(-123456789, 2)).toBe('-1,234,567.89');
    expect(formatScaled(5, 2)).toBe('0.05');
  });

  it('gives shares, and 0 of nothing', () => {
    expect(formatPercent(4_476_700, 14_148_900, 2)).toBe('31.64');
    expect(formatPercent(1, 0)).toBe('0');
  });

  it('writes yuan as 万元', () => {
    expect(formatWanYuan(4_476_700)).toBe('447.67');
    expect(formatWanYuan(582_000_000)).toBe('58,200.00');
    expect(formatWanYuan(28_500_050)).toBe('2,850.01');
  });
});
