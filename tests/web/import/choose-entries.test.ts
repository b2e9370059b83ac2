import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportEntry } from '../../../web/answers/import.ts';
import {
  carryOver,
  indexEntries,
  isBarred,
  isEverything,
  leave,
  take,
  usualChoice,
} from '../../../web/state/import/choose-entries.ts';

const entry = (id: string, part: Partial<ImportEntry> = {}): ImportEntry => ({
  id,
  kind: 'added',
  code: id,
  fileCode: null,
  feature: null,
  beforeSquareMetres: null,
  afterSquareMetres: 1,
  movedMillimetres: null,
  isRoundingOnly: false,
  from: [],
  needs: [],
  joins: [],
  ownCorners: 0,
  project: null,
  gates: 0,
  lacks: null,
  faults: [],
  ...part,
});
const fault = (bars: 'always' | 'choice', others: readonly string[] = []) => ({
  code: 'proposal.overlaps-incoming',
  bars,
  others,
  words: { zh: '', en: '' },
});
/** A parcel cut in two: the parts and the whole go together. */
const cut = [
  entry('old', { kind: 'removed', needs: ['a', 'b'] }),
  entry('a', { needs: ['old'] }),
  entry('b', { needs: ['old'] }),
];

describe('the changes that are accepted', () => {
  test('are at first all that nothing speaks against, with all they need', () => {
    const index = indexEntries([
      ...cut,
      entry('bad', { faults: [fault('always')] }),
      entry('waits', { needs: ['bad'] }),
      entry('waits-for-waits', { needs: ['waits'] }),
      entry('no-plan', { lacks: 'no-phase' }),
      entry('either', { faults: [fault('choice', ['or'])] }),
      entry('rounding', { kind: 'reshaped', isRoundingOnly: true }),
    ]);
    expect([...usualChoice(index)].sort()).toEqual(['a', 'b', 'old']);
  });

  test('are everything only with what was merely rounded otherwise', () => {
    const index = indexEntries([...cut, entry('rounding', { kind: 'reshaped', isRoundingOnly: true })]);
    expect(isEverything(index, usualChoice(index))).toBe(false);
    expect(isEverything(index, take(index, usualChoice(index), ['rounding']))).toBe(true);
    expect(isEverything(indexEntries(cut), usualChoice(indexEntries(cut)))).toBe(true);
  });

  test('take with them what they need, and are left with what needs them', () => {
    const index = indexEntries(cut);
    expect([...take(index, new Set(), ['a'])].sort()).toEqual(['a', 'b', 'old']);
    expect([...leave(index, new Set(['a', 'b', 'old']), ['b'])]).toEqual([]);
  });

  test('are not taken when something they need is barred', () => {
    const index = indexEntries([entry('bad', { faults: [fault('always')] }), entry('waits', { needs: ['bad'] })]);
    expect([...take(index, new Set(), ['waits', 'bad'])]).toEqual([]);
  });

  test('push out those they cannot go with, and what needed those', () => {
    const index = indexEntries([
      entry('one', { faults: [fault('choice', ['other'])] }),
      entry('other', { faults: [fault('choice', ['one'])] }),
      entry('third', { needs: ['other'] }),
    ]);
    const first = take(index, new Set(), ['third']);
    expect([...first].sort()).toEqual(['other', 'third']);
    expect([...take(index, first, ['one'])]).toEqual(['one']);
  });

  test('keep the answers of a person when the proposal is worked out anew', () => {
    const before = indexEntries([
      entry('kept'),
      entry('left'),
      entry('mended', { faults: [fault('always')] }),
      entry('gone'),
    ]);
    const now = indexEntries([entry('kept'), entry('left'), entry('mended'), entry('new')]);
    expect([...carryOver(before, new Set(['kept', 'gone']), now)].sort()).toEqual(['kept', 'mended', 'new']);
  });

  test('are whole after any clicks: nothing barred, nothing without what it needs', () => {
    const ids = ['0', '1', '2', '3', '4', '5', '6'];
    const some = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 });
    const entries = fc.tuple(
      ...ids.map((id) =>
        fc
          .record({ needs: some, isBad: fc.boolean(), isEither: fc.boolean() })
          .map(({ needs, isBad, isEither }) =>
            entry(id, { needs, faults: isBad ? [fault('always')] : isEither ? [fault('choice')] : [] }),
          ),
      ),
    );
    const clicks = fc.array(fc.tuple(fc.boolean(), some), { maxLength: 12 });
    fc.assert(
      fc.property(entries, entries, clicks, (first, second, pressed) => {
        const index = indexEntries(first);
        let chosen: ReadonlySet<string> = usualChoice(index);
        const isWhole = (of: typeof index) =>
          [...chosen].every((id) => {
            const { needs, ...rest } = of.byId.get(id)!;
            return !isBarred({ needs, ...rest }) && needs.every((need) => chosen.has(need));
          });
        expect(isWhole(index)).toBe(true);
        for (const [isTaken, which] of pressed) {
          chosen = isTaken ? take(index, chosen, which) : leave(index, chosen, which);
          expect(isWhole(index)).toBe(true);
        }
        const again = indexEntries(second);
        chosen = carryOver(index, chosen, again);
        expect(isWhole(again)).toBe(true);
      }),
    );
  });
});
