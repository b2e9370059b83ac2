import { describe, expect, it } from 'vitest';
import type { TargetAnswer } from '../../../web/answers.ts';
import { landGoal } from '../../../web/panels/dashboard/land-goal.ts';

const target = (fields: Partial<TargetAnswer>) =>
  ({
    year: 2007,
    quantity: 1500,
    unit: '亩',
    unitEn: 'mu',
    measure: { kind: 'land', column: 'available', isIncrement: false },
    ...fields,
  }) as TargetAnswer;

describe('the goal of a column', () => {
  it('is told in square metres', () => {
    expect(landGoal([target({})], 'available', 2007)).toBeCloseTo(1_000_000, 6);
    expect(landGoal([target({ unitEn: 'ha', quantity: 2 })], 'available', 2007)).toBe(20_000);
  });

  it('is not that of another year, another column, an increment, or a unit of no area', () => {
    const increment = { kind: 'land' as const, column: 'available' as const, isIncrement: true };
    expect(landGoal([target({ year: 2008 })], 'available', 2007)).toBeNull();
    expect(landGoal([target({})], 'developed', 2007)).toBeNull();
    expect(landGoal([target({ measure: increment })], 'available', 2007)).toBeNull();
    expect(landGoal([target({ unitEn: 'roads' })], 'available', 2007)).toBeNull();
    expect(landGoal([target({ quantity: null })], 'available', 2007)).toBeNull();
  });
});
