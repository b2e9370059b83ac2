import { describe, expect, test } from 'vitest';
import { applyChanges, type ParkFacts } from '../../../domain/park/facts.ts';
import { parcelState } from '../../../domain/parcel/parcel-state.ts';
import { assignParcels } from '../../../domain/project/assign-parcels.ts';
import { releaseParcels } from '../../../domain/project/release-parcels.ts';
import type { AssignParcels } from '../../../domain/project/schema.ts';
import { stageOn } from '../../../domain/project/stage.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { tinyContext, tinyFacts } from '../../support/tiny-park.ts';

const now = { on: '2007-11-30', knownOn: '2007-11-30' };
const assign = (facts: ParkFacts, change: Partial<AssignParcels>) => {
  const reservation: AssignParcels = {
    project: 'P-01',
    parcels: ['A-01'],
    kind: 'reservation',
    fromOn: '2007-11-01',
    untilOn: null,
    startBy: null,
    finishBy: null,
  };
  const context = { ...tinyContext(), newId: () => crypto.randomUUID() };
  const decision = assignParcels(facts, { ...reservation, ...change }, context);
  if (!isRefusal(decision)) applyChanges(facts, decision.changes);
  return decision;
};
const statusOf = (facts: ParkFacts, code: string) => parcelState(facts, facts.parcels.get(code)!, now).status;

describe('assigning parcels', () => {
  test.each([
    ['project.unknown', { project: 'P-99' }],
    ['parcel.unknown', { parcels: ['A-01', 'A-99'] }],
    ['day.future', { fromOn: '2026-11-24' }],
    ['claim.day-order', { untilOn: '2007-11-01' }],
    ['parcel.not-ready', { kind: 'contract', parcels: ['A-03'] }],
  ] as const)('refuses with %s', (code, change) => {
    expect(
      assign(tinyFacts(), { ...change, parcels: 'parcels' in change ? [...change.parcels] : ['A-01'] }),
    ).toMatchObject({ refusal: code });
  });

  test('a reservation keeps the land available, a contract takes it', () => {
    const facts = tinyFacts();
    assign(facts, {});
    expect(statusOf(facts, 'A-01')).toBe('reserved');
    expect(stageOn(facts.projects.get('P-01')!, '2007-11-30')).toBe('reserved');
    assign(facts, { kind: 'contract', fromOn: '2007-11-20' });
    expect(statusOf(facts, 'A-01')).toBe('contracted');
    const claims = [...facts.claims.get('A-01')!.values()];
    expect(claims.map(({ kind, fromOn, untilOn }) => [kind, fromOn, untilOn])).toEqual([
      ['reservation', '2007-11-01', '2007-11-20'],
      ['contract', '2007-11-20', null],
    ]);
  });

  test('refuses a second live claim with its holder, also when it would begin earlier', () => {
    const facts = tinyFacts();
    assign(facts, {});
    const detail = { parcel: 'A-01', project: 'P-01', kind: 'reservation', fromOn: '2007-11-01' };
    expect(assign(facts, { project: 'P-02', fromOn: '2007-11-10' })).toMatchObject({
      refusal: 'parcel.claimed',
      detail,
    });
    expect(assign(facts, { project: 'P-02', fromOn: '2007-10-01' })).toMatchObject({ refusal: 'parcel.claimed' });
    expect(assign(facts, { project: 'P-02', fromOn: '2007-10-01', untilOn: '2007-11-01' })).not.toHaveProperty(
      'refusal',
    );
  });

  test('refuses the same claim again and a lower one', () => {
    const facts = tinyFacts();
    assign(facts, {});
    expect(assign(facts, {})).toMatchObject({ refusal: 'claim.unchanged' });
    expect(assign(facts, { kind: 'hold', fromOn: '2007-11-05' })).toMatchObject({ refusal: 'claim.downgrade' });
  });

  test('a project under construction shows on its contracted land', () => {
    const facts = tinyFacts();
    assign(facts, { project: 'P-03', kind: 'contract' });
    expect(statusOf(facts, 'A-01')).toBe('construction');
  });
});

describe('releasing parcels', () => {
  const release = (facts: ParkFacts, on: string, parcels = ['A-01']) => {
    const decision = releaseParcels(facts, { parcels, on, reason: '项目取消' }, tinyContext());
    if (!isRefusal(decision)) applyChanges(facts, decision.changes);
    return decision;
  };
  test('frees the land from that day on', () => {
    const facts = tinyFacts();
    assign(facts, {});
    release(facts, '2007-11-15');
    expect(statusOf(facts, 'A-01')).toBe('available');
    expect(parcelState(facts, facts.parcels.get('A-01')!, { ...now, on: '2007-11-14' }).status).toBe('reserved');
    expect(assign(facts, { project: 'P-02', fromOn: '2007-11-15' })).not.toHaveProperty('refusal');
  });
  test('removes a claim that began that day', () => {
    const facts = tinyFacts();
    assign(facts, {});
    release(facts, '2007-11-01');
    expect(facts.claims.get('A-01')?.size).toBe(0);
  });
  test.each([
    ['parcel.not-claimed', '2007-11-15', ['A-02']],
    ['parcel.unknown', '2007-11-15', ['A-99']],
    ['day.future', '2026-11-24', ['A-01']],
  ] as const)('refuses with %s', (code, on, parcels) => {
    const facts = tinyFacts();
    assign(facts, {});
    expect(release(facts, on, [...parcels])).toMatchObject({ refusal: code });
  });
});
