import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../domain/park/facts.ts';
import { gateState } from '../../../domain/parcel/gate-states.ts';
import { parcelState } from '../../../domain/parcel/parcel-state.ts';
import { planGate } from '../../../domain/parcel/plan-gate.ts';
import { recordGate } from '../../../domain/parcel/record-gate.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { tinyContext, tinyFacts, tinyStretch } from '../../support/tiny-park.ts';

const now = { on: '2007-11-30', knownOn: '2007-11-30' };
const yearEnd = { on: '2007-12-31', knownOn: '2007-11-30' };

describe('the road gate of a parcel', () => {
  test('follows from the stretches in front of it', () => {
    const facts = tinyFacts();
    const gate = (code: string, asOf: typeof now) => gateState(facts, facts.parcels.get(code)!, 'road', asOf);
    expect(gate('A-02', now)).toMatchObject({ reachedOn: '2007-10-01', forecast: false });
    expect(gate('A-03', now)).toMatchObject({ reachedOn: null, plannedOn: '2007-12-31' });
    expect(gate('A-03', yearEnd)).toMatchObject({ reachedOn: '2007-12-31', forecast: true });
  });
  test('needs both halves and comes with the later one', () => {
    const facts = tinyFacts({
      stretches: [
        tinyStretch('L', { side: 'left', doneOn: '2007-09-01' }),
        tinyStretch('R', { side: 'right', doneOn: '2007-10-20' }),
      ],
    });
    expect(gateState(facts, facts.parcels.get('A-01')!, 'road', now).reachedOn).toBe('2007-10-20');
  });
  test('ignores other layers', () => {
    const facts = tinyFacts({ stretches: [tinyStretch('E', { layer: 'earthwork' })] });
    expect(gateState(facts, facts.parcels.get('A-01')!, 'road', now).reachedOn).toBeNull();
  });
});

test('the status of a parcel is derived from its gates', () => {
  const facts = tinyFacts();
  const status = (code: string, asOf: typeof now) => parcelState(facts, facts.parcels.get(code)!, asOf).status;
  expect(['A-01', 'A-03', 'B-01'].map((code) => status(code, now))).toEqual(['available', 'levelled', 'approved']);
  expect(status('A-03', yearEnd)).toBe('available');
  expect(status('A-01', { on: '2007-02-15', knownOn: '2007-11-30' })).toBe('planned');
});

describe('recording a gate', () => {
  const record = (parcels: string[], gate: 'approved' | 'acquired' | 'levelled' | 'road', doneOn: string) =>
    recordGate(tinyFacts(), { parcels, gate, doneOn, document: null }, tinyContext());
  test.each([
    ['parcel.unknown', record(['A-99'], 'acquired', '2007-11-01')],
    ['gate.derived', record(['A-03'], 'road', '2007-11-01')],
    ['gate.order', record(['B-01'], 'levelled', '2007-11-01')],
    ['gate.order', record(['B-01'], 'acquired', '2007-05-31')],
    ['gate.order', record(['A-01'], 'approved', '2007-05-02')],
    ['gate.unchanged', record(['A-01'], 'acquired', '2007-05-01')],
    ['day.future', record(['B-01'], 'acquired', '2026-11-24')],
  ] as const)('refuses with %s', (code, answer) => {
    expect(answer).toMatchObject({ refusal: code });
  });
  test('names the parcel and the numbers', () => {
    expect(record(['B-01'], 'acquired', '2007-05-31')).toMatchObject({
      field: 'doneOn',
      detail: { parcel: 'B-01', other: 'approved', otherDoneOn: '2007-06-01' },
    });
  });
  test('takes several parcels once each, or none of them', () => {
    const facts = tinyFacts();
    const input = { parcels: ['A-01', 'A-01', 'A-02'], gate: 'telecom' as const, doneOn: '2007-11-01', document: null };
    const decision = recordGate(facts, input, tinyContext());
    expect(decision).toMatchObject({ effectiveOn: '2007-11-01', changes: [{ table: 'gate' }, { table: 'gate' }] });
    const mixed = recordGate(facts, { ...input, parcels: ['A-01', 'X'] }, tinyContext());
    expect(mixed).toMatchObject({ refusal: 'parcel.unknown', detail: { parcel: 'X' } });
  });
});

describe('planning a gate', () => {
  const plan = (parcel: string, gate: 'approved' | 'acquired' | 'levelled' | 'road', plannedOn: string) =>
    planGate(tinyFacts(), { parcels: [parcel], gate, plannedOn, document: null }, tinyContext());
  test.each([
    ['parcel.unknown', plan('A-99', 'acquired', '2008-01-01')],
    ['gate.derived', plan('B-01', 'road', '2008-01-01')],
    ['gate.already-done', plan('A-01', 'levelled', '2008-01-01')],
    ['day.past', plan('B-01', 'acquired', '2007-11-30')],
  ] as const)('refuses with %s', (code, answer) => {
    expect(answer).toMatchObject({ refusal: code });
  });
  test('refuses a gate planned before the one it needs', () => {
    const facts = tinyFacts();
    const first = planGate(
      facts,
      { parcels: ['B-01'], gate: 'acquired', plannedOn: '2008-03-01', document: null },
      tinyContext(),
    );
    if (isRefusal(first)) throw new Error(first.refusal);
    applyChanges(facts, first.changes);
    const early = planGate(
      facts,
      { parcels: ['B-01'], gate: 'levelled', plannedOn: '2008-02-01', document: null },
      tinyContext(),
    );
    expect(early).toMatchObject({ refusal: 'gate.order', detail: { other: 'acquired', otherDay: '2008-03-01' } });
    const same = planGate(
      facts,
      { parcels: ['B-01'], gate: 'acquired', plannedOn: '2008-03-01', document: null },
      tinyContext(),
    );
    expect(same).toMatchObject({ refusal: 'gate.unchanged' });
  });
});
