import { describe, expect, test } from 'vitest';
import { checkSurvey, finishCheck } from '../../../../domain/survey/check/check-survey.ts';
import { judgeChoice } from '../../../../domain/survey/proposal/judge-choice.ts';
import type { ImportProposal } from '../../../../domain/survey/proposal/proposal.ts';
import { importStages, proposeImport } from '../../../../domain/survey/proposal/propose-import.ts';
import { unsoundFeatures } from '../../../../domain/survey/proposal/unsound-features.ts';
import { box, file, metres, parcel, propose } from './any-park.ts';

const [a, b] = [box(0, 0, 10, 10), box(10, 0, 20, 10)];
const park = [parcel('A', a), parcel('B', b)];
const far = box(50, 0, 60, 10);
const faultsOf = ({ entries }: ImportProposal, id: string) => entries.find((entry) => entry.id === id)!.faults;
const codesOf = (proposal: ImportProposal, id: string) => faultsOf(proposal, id).map(({ code }) => code);
const judge = (proposal: ImportProposal, ...ids: string[]) => judgeChoice(proposal, new Set(ids));

describe('a fault', () => {
  test('proposal.code-missing: a new parcel needs a code, a known one does not', () => {
    const proposal = propose(park, file([null, far], ['  ', box(70, 0, 80, 10)], [null, a]));
    expect(codesOf(proposal, 'feature:0')).toEqual(['proposal.code-missing']);
    expect(codesOf(proposal, 'feature:1')).toEqual(['proposal.code-missing']);
    expect(codesOf(proposal, 'code:A')).toEqual([]);
    expect(judge(proposal, 'feature:0')).toMatchObject({ ok: false, refusals: [{ code: 'proposal.code-missing' }] });
  });

  test('proposal.code-taken: codes of parcels there were once are never used again', () => {
    const proposal = propose(park, file(['OLD', far], ['OLD', a]), { usedCodes: new Set(['OLD', 'A', 'B']) });
    expect(codesOf(proposal, 'feature:0')).toEqual(['proposal.code-twice', 'proposal.code-taken']);
    // Land that is found keeps its code, so that nothing is taken there.
    expect(codesOf(proposal, 'code:A')).toEqual(['proposal.code-twice']);
  });

  //  +----+----+
  //  | B  | B  |     A second B on half the land of B
  //  +----+----+
  test('proposal.code-twice: the one with more of the land is the parcel, and no code stands twice afterwards', () => {
    const proposal = propose([parcel('B', b)], file(['B', box(16, 0, 20, 10)], ['B', box(10, 0, 16, 10)]));
    expect(proposal.entries).toMatchObject([
      { id: 'code:B', kind: 'reshaped', feature: 1 },
      { id: 'feature:0', kind: 'added', code: 'B' },
    ]);
    expect(codesOf(proposal, 'code:B')).toEqual(['proposal.code-twice']);
    expect(codesOf(proposal, 'feature:0')).toEqual(['proposal.code-twice', 'proposal.code-taken']);
    // A person may say which one is meant.
    expect(judge(proposal, 'code:B')).toMatchObject({ ok: true });
    const east = propose([parcel('B', b)], file(['B', box(10, 0, 14, 10)], ['B', box(14, 0, 20, 10)]));
    expect(east.entries[0]).toMatchObject({ id: 'code:B', feature: 1 });
    const added = propose([], file(['N', a], ['N', far]));
    expect(judge(added, 'feature:1')).toMatchObject({ ok: true });
    expect(judge(added, 'feature:0', 'feature:1')).toMatchObject({
      ok: false,
      refusals: [
        {
          code: 'proposal.code-twice',
          entry: 'feature:0',
          others: ['feature:1'],
          detail: { parcel: 'N', features: 2 },
        },
        { code: 'proposal.code-twice', entry: 'feature:1', others: ['feature:0'] },
      ],
    });
  });

  test('proposal.code-twice with a parcel that stays as it is: a person may use the code for the other', () => {
    const proposal = propose(park, file(['N', a], ['N', far]));
    expect(proposal.entries).toMatchObject([{ id: 'code:A', kind: 'same', fileCode: 'N' }, { id: 'feature:1' }]);
    expect(codesOf(proposal, 'feature:1')).toEqual(['proposal.code-twice']);
    expect(judge(proposal, 'code:A', 'feature:1')).toMatchObject({ ok: true, changes: { added: 1 } });
  });

  //  +----+--+-+
  //  | A  |  : |     A two metres into B, which the file leaves as it is or does not name
  //  +----+--+-+
  test.each([
    ['does not name', []],
    ['leaves as it is', [['B', b]] as const],
  ])('proposal.overlaps-staying: onto a neighbour the file %s', (_, others) => {
    const proposal = propose(park, file(['A', box(0, 0, 12, 10)], ...others));
    expect(faultsOf(proposal, 'code:A')).toEqual([
      {
        code: 'proposal.overlaps-staying',
        bars: 'always',
        others: [],
        detail: { parcel: 'B', squareMetres: 20, parcels: 1 },
      },
    ]);
  });
  test.each([
    [0.001, 0],
    [0.002, 1],
  ])('within the tolerance of 0.01 m² is none: %d m × 10 m', (width, faults) => {
    expect(faultsOf(propose(park, file(['A', box(0, 0, 10 + width, 10)])), 'code:A')).toHaveLength(faults);
    const limits = { toleranceSquareMetres: 0.02 };
    expect(faultsOf(propose(park, file(['A', box(0, 0, 10 + width, 10)]), { limits }), 'code:A')).toEqual([]);
  });
  test('of many the largest are told, all are counted', () => {
    const many = Array.from({ length: 30 }, (_, at) => parcel(`P-${at}`, box(at, 0, at + 1, 10 + at / 10)));
    const faults = faultsOf(propose(many, file(['N', box(0, 0, 30, 5)])), 'feature:0');
    expect(faults).toHaveLength(20);
    expect(faults.every(({ detail }) => detail['parcels'] === 30 && detail['squareMetres'] === 5)).toBe(true);
  });

  //  +----+
  //  | N +|---+      N and O, both new, 2 m × 10 m in common
  //  +---+|   |
  test('proposal.overlaps-incoming: either may be chosen, not both', () => {
    const proposal = propose([], file(['N', box(0, 0, 10, 10)], ['O', box(8, 0, 18, 10)]));
    expect(faultsOf(proposal, 'feature:0')).toEqual([
      {
        code: 'proposal.overlaps-incoming',
        bars: 'choice',
        others: ['feature:1'],
        detail: { features: 1, squareMetres: 20 },
      },
    ]);
    expect(judge(proposal, 'feature:0')).toEqual({
      ok: true,
      changes: { added: 1, removed: 0, reshaped: 0, changeTwiceSquareMillimetres: 200_000_000 },
    });
    expect(judge(proposal, 'feature:0', 'feature:1')).toMatchObject({
      ok: false,
      refusals: [{ others: ['feature:1'] }, { others: ['feature:0'] }],
    });
  });

  test('proposal.needs-barred: a split of which one part has no code cannot be accepted in part', () => {
    const proposal = propose(park, file(['B1', box(10, 0, 15, 10)], [null, box(15, 0, 20, 10)]));
    expect(codesOf(proposal, 'feature:1')).toEqual(['proposal.code-missing']);
    for (const id of ['code:B', 'feature:0']) {
      expect(faultsOf(proposal, id)).toMatchObject([
        { code: 'proposal.needs-barred', bars: 'always', detail: { entry: 'feature:1' } },
      ]);
    }
  });
  test('proposal.needs-barred is a matter of choice where its reason is', () => {
    const proposal = propose(
      park,
      file(['A', box(0, 0, 12, 10)], ['B', box(12, 0, 20, 10)], ['N', box(19, 0, 29, 10)]),
    );
    expect(faultsOf(proposal, 'code:A')).toMatchObject([{ code: 'proposal.needs-barred', bars: 'choice' }]);
    expect(judge(proposal, 'code:A', 'code:B')).toMatchObject({ ok: true });
    expect(judge(proposal, 'code:A', 'code:B', 'feature:2')).toMatchObject({ ok: false });
  });

  //  0,10 \  / 10,10
  //        5,5           a parcel that crosses itself, and one without numbers
  //  0,0  /  \ 10,0
  test('proposal.unsound: the parcel is found by its code and cannot be accepted, nor is it gone', () => {
    const crossed = [[metres([0, 0], [10, 10], [10, 0], [0, 10])]];
    const incoming = file(['A', crossed], ['B', [[[[NaN, 0] as const]]]], ['C', far], ['D', []]);
    const placed = incoming.map((one) => ({ ...one, at: { line: null, record: null }, declaredArea: null }));
    const unsound = unsoundFeatures(finishCheck(checkSurvey(placed)).findings);
    expect([...unsound]).toEqual([0, 1, 3]);
    const flagged = incoming.map((one) => ({ ...one, isUnsound: unsound.has(one.feature) }));
    const proposal = propose(park, flagged, { scope: 'whole' });
    expect(proposal.entries).toMatchObject([
      { id: 'code:A', kind: 'reshaped', afterTwiceSquareMillimetres: 100_000_000, isRoundingOnly: false },
      { id: 'code:B', kind: 'reshaped', afterTwiceSquareMillimetres: 0, movedMillimetres: 0, isRoundingOnly: false },
      { id: 'feature:2', kind: 'added', faults: [] },
      { id: 'feature:3', kind: 'added', afterTwiceSquareMillimetres: 0 },
    ]);
    for (const id of ['code:A', 'code:B', 'feature:3']) expect(codesOf(proposal, id)).toEqual(['proposal.unsound']);
    // What cannot be measured is at fault also where no check said so.
    expect(codesOf(propose(park, incoming), 'code:B')).toEqual(['proposal.unsound']);
  });

  test('proposal.too-intricate: more overlaps than anybody would sort out', () => {
    const stacked = Array.from({ length: 202 }, (_, at) => [`N-${at}`, box(0, 0, 10 + at, 10)] as const);
    const proposal = propose([], file(...stacked));
    expect(codesOf(proposal, 'feature:0')).toEqual(['proposal.too-intricate', 'proposal.overlaps-incoming']);
    expect(judge(proposal, 'feature:0')).toMatchObject({ ok: false, refusals: [{ code: 'proposal.too-intricate' }] });
    expect(judge(proposal, 'feature:201')).toMatchObject({ ok: true });
  });
});

describe('a choice', () => {
  const moved = propose(park, file(['A', box(0, 0, 12, 10)], ['B', box(12, 0, 20, 10)]));
  test('proposal.needs-missing: land of a neighbour only together with the neighbour', () => {
    expect(judge(moved, 'code:A')).toEqual({
      ok: false,
      refusals: [
        {
          code: 'proposal.needs-missing',
          entry: 'code:A',
          others: ['code:B'],
          detail: { entry: 'code:A', entries: 1 },
        },
      ],
    });
    expect(judge(moved, 'code:B')).toMatchObject({ ok: true, changes: { changeTwiceSquareMillimetres: -40_000_000 } });
    expect(judge(moved, 'code:A', 'code:B')).toMatchObject({ ok: true, changes: { reshaped: 2 } });
  });
  test('proposal.entry-unknown', () => {
    expect(judge(moved, 'code:Z')).toMatchObject({
      ok: false,
      refusals: [{ code: 'proposal.entry-unknown', entry: 'code:Z' }],
    });
  });
  test('of nothing, or of what is the same whatever the file calls it, is nothing', () => {
    const nothing = { ok: true, changes: { added: 0, removed: 0, reshaped: 0, changeTwiceSquareMillimetres: 0 } };
    expect(judge(moved)).toEqual(nothing);
    expect(judge(propose(park, file(['B', a], ['A', b])), 'code:A', 'code:B')).toEqual(nothing);
  });
});

test('a proposal tells how far it is, stage after stage, and stops when told to', () => {
  const parcels = Array.from({ length: 2500 }, (_, at) => parcel(`P-${at}`, box(at, 0, at + 1, 1)));
  const incoming = file(...parcels.map(({ code }, at) => [code, box(at, 0, at + 1, 1.5)] as const));
  const stages: string[] = [];
  const options = { scope: 'whole', usedCodes: new Set<string>() } as const;
  const all = finishCheck(proposeImport(parcels, incoming, options), ({ stage, done, total }) => {
    stages.push(stage);
    expect(done).toBeLessThan(total);
    return true;
  });
  expect(all?.entries).toHaveLength(2500);
  expect([...new Set(stages)]).toEqual(importStages);
  expect(stages.length).toBeGreaterThan(15);
  expect(finishCheck(proposeImport(parcels, incoming, options), ({ stage }) => stage !== 'common')).toBeNull();
});
