import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineChoice, invertChoice } from '../../../web/state/combine-choice.ts';

describe('combineChoice', () => {
  it('replaces, adds and removes', () => {
    expect(combineChoice(['A', 'B'], ['B', 'C'], 'replace')).toEqual(['B', 'C']);
    expect(combineChoice(['A', 'B'], ['B', 'C'], 'add')).toEqual(['A', 'B', 'C']);
    expect(combineChoice(['A', 'B'], ['B', 'C'], 'remove')).toEqual(['A']);
  });
});

describe('invertChoice', () => {
  it('turns what is listed and leaves the rest', () => {
    expect(invertChoice(['A', 'Z'], ['A', 'B', 'C'])).toEqual(['Z', 'B', 'C']);
  });
});

const codes = fc.uniqueArray(fc.constantFrom(...'ABCDEFGH'));

describe('any choice', () => {
  it('never holds a parcel twice', () => {
    fc.assert(
      fc.property(codes, fc.array(fc.constantFrom(...'ABCDEFGH')), (chosen, found) => {
        for (const mode of ['replace', 'add', 'remove'] as const) {
          const now = combineChoice(chosen, found, mode);
          expect(new Set(now).size).toBe(now.length);
        }
        expect(new Set(invertChoice(chosen, found)).size).toBe(invertChoice(chosen, found).length);
      }),
    );
  });
  it('what is added and taken away again leaves what else was chosen', () => {
    fc.assert(
      fc.property(codes, codes, (chosen, found) => {
        const added = combineChoice(chosen, found, 'add');
        expect(combineChoice(added, found, 'remove')).toEqual(chosen.filter((code) => !found.includes(code)));
      }),
    );
  });
  it('inverted twice is the same parcels again', () => {
    fc.assert(
      fc.property(codes, codes, (chosen, listed) => {
        expect(invertChoice(invertChoice(chosen, listed), listed).sort()).toEqual([...chosen].sort());
      }),
    );
  });
});
