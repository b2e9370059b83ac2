import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../domain/park/facts.ts';
import { gates, type Gate } from '../../../domain/parcel/schema.ts';
import { phaseUtilities, utilitiesLabel } from '../../../domain/parcel/utilities-label.ts';
import { utilityLists } from '../../../domain/parcel/utility-lists.ts';
import { tinyFacts } from '../../support/tiny-park.ts';

const label = (...reached: Gate[]) => utilitiesLabel(new Set(reached));
const now = { on: '2007-11-30', knownOn: '2007-11-30' };

describe('n通一平', () => {
  test.each([
    [['levelled', 'road', 'power', 'water'], 3, 'three', true],
    [['road', 'power', 'water', 'telecom'], 4, 'four', false],
    [['levelled', 'road', 'power', 'water', 'telecom', 'sewage'], 5, 'five', true],
    [['levelled', 'road', 'power'], 2, null, true],
    [[], 0, null, false],
  ] as const)('%j', (reached, count, list, isLevelled) => {
    expect(label(...reached)).toMatchObject({ count, list, isLevelled });
  });
  test('three utilities are not yet 三通: it asks for water', () => {
    expect(label('levelled', 'road', 'power', 'telecom')).toMatchObject({
      count: 3,
      list: null,
      next: { list: 'three', lacks: ['water'] },
    });
  });
  test('says what the next label lacks', () => {
    expect(label('road', 'power', 'water', 'telecom', 'sewage').next).toEqual({ list: 'six', lacks: ['gas'] });
  });
  test('a label holds exactly when all its list asks for is there, and more never takes it away', () => {
    fc.assert(
      fc.property(fc.subarray([...gates]), fc.constantFrom(...gates), (reached, more) => {
        const before = label(...reached);
        const after = label(...reached, more);
        const rank = (list: string | null) => utilityLists.findIndex(({ name }) => name === list);
        expect(rank(after.list)).toBeGreaterThanOrEqual(rank(before.list));
        const needs: readonly string[] = utilityLists[rank(before.list)]?.needs ?? [];
        expect(needs.every((utility) => before.utilities.some((there) => there === utility))).toBe(true);
      }),
    );
  });
  test('lists grow: each larger one asks for all of the one before', () => {
    for (const [index, { needs }] of utilityLists.entries()) {
      const before: readonly string[] = utilityLists[index - 1]?.needs ?? [];
      expect(before.every((utility) => needs.some((need) => need === utility))).toBe(true);
    }
  });
  test('a phase has what all its developed parcels have', () => {
    const facts = tinyFacts();
    expect(phaseUtilities(facts, '1', now)).toMatchObject({ utilities: ['power'], isLevelled: true });
    expect(phaseUtilities(facts, '2', now)).toBeNull();
    const stretch = facts.stretches.get('R0')!.get('S-2')!;
    applyChanges(facts, [{ table: 'stretch', before: stretch, after: { ...stretch, doneOn: '2007-11-20' } }]);
    expect(phaseUtilities(facts, '1', now)).toMatchObject({ utilities: ['road', 'power'] });
    expect(phaseUtilities(facts, '1', { ...now, on: '2007-12-31' })).toMatchObject({ list: 'three' });
  });
});
