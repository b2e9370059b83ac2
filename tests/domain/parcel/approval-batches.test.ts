import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { landAccount } from '../../../domain/account/account.ts';
import { approvalBatches } from '../../../domain/parcel/approval-batches.ts';
import { squareMetres } from '../../../domain/geometry/area.ts';
import { anyDay, anyPlans } from '../../support/plan-days.ts';
import { tinyFacts } from '../../support/tiny-park.ts';

const now = { on: '2007-11-30', knownOn: '2007-11-30' };

describe('approval batches', () => {
  test('are the parcels of one document and tell how far they have come', () => {
    const agreed = { untilOn: null, startBy: null, finishBy: null };
    const contract = {
      id: 'C',
      project: 'P-01',
      parcel: 'A-01',
      kind: 'contract' as const,
      fromOn: '2007-11-01',
      ...agreed,
    };
    const batches = approvalBatches(tinyFacts({ claims: [contract] }), now);
    expect(batches.map(({ document, codes, doneOn }) => [document, codes, doneOn])).toEqual([
      ['批次一', ['A-01', 'A-02', 'A-03'], '2007-03-01'],
      [null, ['B-01'], '2007-06-01'],
    ]);
    const hectares = Object.fromEntries(
      Object.entries(batches[0]!.reached).map(([step, figure]) => [
        step,
        squareMetres(figure.twiceAreaSquareMillimetres) / 10_000,
      ]),
    );
    expect(hectares).toEqual({ approved: 3, acquired: 3, levelled: 3, available: 1, given: 1, unsupplied: 2 });
  });
  test('a planned batch is listed with its day, and slips once that has passed', () => {
    const record = { gate: 'approved' as const, plannedOn: '2008-01-25', doneOn: null, document: '拟报一' };
    const facts = tinyFacts({
      gates: [
        { ...record, parcel: 'A-01' },
        { ...record, parcel: 'A-02' },
      ],
    });
    expect(approvalBatches(facts, now)).toMatchObject([
      { document: '拟报一', plannedOn: '2008-01-25', slippedOn: '2008-01-25', doneOn: null },
    ]);
    const [late] = approvalBatches(facts, { on: '2008-02-01', knownOn: '2008-02-01' });
    expect(late).toMatchObject({
      plannedOn: '2008-01-25',
      slippedOn: '2008-02-02',
      reached: { approved: { codes: [] } },
    });
  });
  test('a batch is done when its last parcel is', () => {
    const record = { gate: 'approved' as const, plannedOn: '2007-06-01', document: '一' };
    const facts = tinyFacts({
      gates: [
        { ...record, parcel: 'A-01', doneOn: '2007-06-01' },
        { ...record, parcel: 'A-02', doneOn: '2007-07-01' },
      ],
    });
    expect(approvalBatches(facts, now)[0]!.doneOn).toBe('2007-07-01');
    expect(approvalBatches(facts, { on: '2007-06-15', knownOn: '2007-06-15' })[0]!.doneOn).toBeNull();
  });
  test('together they are what the account calls approved, acquired, developed, available', () => {
    const columns = {
      approved: 'approved',
      acquired: 'acquired',
      levelled: 'developed',
      available: 'available',
    } as const;
    fc.assert(
      fc.property(anyPlans, anyDay, anyDay, (facts, on, knownOn) => {
        const { figures } = landAccount(facts, { on, knownOn }).rows.at(-1)!;
        const batches = approvalBatches(facts, { on, knownOn });
        for (const [step, column] of Object.entries(columns) as [
          keyof typeof columns,
          (typeof columns)[keyof typeof columns],
        ][]) {
          const sum = batches.reduce((total, { reached }) => total + reached[step].twiceAreaSquareMillimetres, 0);
          expect(sum).toBe(figures[column].twiceAreaSquareMillimetres);
        }
      }),
    );
  });
});
