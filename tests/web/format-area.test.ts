import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatArea, formatAreaChange } from '../../web/state/format-area.ts';

describe('formatArea', () => {
  it('writes 亩 with 2000/3 m² each', () => {
    expect(formatArea(51906.88, 'mu')).toBe('77.86');
    expect(formatArea(4_000_000, 'mu')).toBe('6,000.00');
    expect(formatArea(2000 / 3, 'mu')).toBe('1.00');
  });

  it('writes square metres and hectares', () => {
    expect(formatArea(51906.875, 'm2')).toBe('51,906.88');
    expect(formatArea(51906.875, 'ha')).toBe('5.1907');
    expect(formatArea(0, 'm2')).toBe('0.00');
  });

  it('rounds ties up exactly, where floating point would not', () => {
    expect(formatArea(1.005, 'm2')).toBe('1.01');
    expect(formatArea(8.575, 'm2')).toBe('8.58');
    expect(formatArea(0.5, 'ha')).toBe('0.0001');
  });

  it('shows growth and loss with a sign', () => {
    expect(formatAreaChange(2000, 'mu')).toBe('+3.00');
    expect(formatAreaChange(-2000, 'mu')).toBe('−3.00');
    expect(formatAreaChange(-0.5, 'mu')).toBe('0.00');
    expect(formatAreaChange(0, 'ha')).toBe('0.0000');
  });

  it('never differs from the true value by more than half of the last place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8_000_000_000_000 }), (twiceSquareMillimetres) => {
        const squareMetres = twiceSquareMillimetres / 2_000_000;
        const shown = Number(formatArea(squareMetres, 'mu').replaceAll(',', ''));
        expect(Math.abs(shown - (squareMetres * 3) / 2000)).toBeLessThanOrEqual(0.005 + 1e-9);
      }),
    );
  });
});
