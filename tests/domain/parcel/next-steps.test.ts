import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, type ParkFacts } from '../../../domain/park/facts.ts';
import type { Step } from '../../../domain/park/step.ts';
import { gateStates } from '../../../domain/parcel/gate-states.ts';
import { parcelSteps } from '../../../domain/parcel/next-steps.ts';
import { parcelState } from '../../../domain/parcel/parcel-state.ts';
import { recordGate } from '../../../domain/parcel/record-gate.ts';
import { assignParcels } from '../../../domain/project/assign-parcels.ts';
import type { claimKinds } from '../../../domain/project/stages.ts';
import { releaseParcels } from '../../../domain/project/release-parcels.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { recordStretch } from '../../../domain/road/record-stretch.ts';
import { roadProgress } from '../../../domain/road/progress.ts';
import { recordWork } from '../../../domain/work/record-work.ts';
import { recordStage } from '../../../domain/project/record-stage.ts';
import { tinyContext, tinyFacts, tinyStretch } from '../../support/tiny-park.ts';

const today = '2007-12-15';
const asOf = { on: today, knownOn: today };
const claim = (kind: (typeof claimKinds)[number], project = 'P-01') => ({
  id: 'C-1',
  parcel: 'A-01',
  project,
  kind,
  fromOn: '2007-10-01',
  untilOn: null,
  startBy: null,
  finishBy: null,
});

function stepsOf(facts: ParkFacts, code: string): Step[] {
  const parcel = facts.parcels.get(code)!;
  const { status, claim: live } = parcelState(facts, parcel, asOf);
  const road = facts.roads.get(parcel.access.road)!;
  const layers = roadProgress(road, facts.stretches.get(road.code)?.values() ?? [], asOf);
  const frontage = layers.find(({ layer }) => layer === facts.park.roadGateLayer)!.intervals;
  const around = { frontage, works: [...facts.works.values()] };
  return parcelSteps({ code, status, claim: live, gates: gateStates(facts, parcel, asOf) }, around);
}
const named = (step: Step): string => {
  switch (step.act) {
    case 'record-gate':
      return step.gate;
    case 'record-stretch':
      return `${step.road} ${step.layer} ${step.fromMetres}-${step.toMetres} ${step.side} for ${step.opens}`;
    case 'record-work':
      return `${step.work} for ${step.opens}`;
    case 'assign-parcels':
      return `${step.kind} ${step.project}`;
    case 'record-stage':
      return `${step.project} ${step.stage}`;
    case 'release-parcels':
      return 'release';
    case 'split-parcel':
      return 'split';
  }
};
const list = (facts: ParkFacts, code: string) => stepsOf(facts, code).map(named);

describe('parcelSteps', () => {
  it('begins with the first open gate in legal order and offers no gate whose forerunner is open', () => {
    const steps = list(tinyFacts(), 'B-01');
    expect(steps[0]).toBe('acquired');
    expect(steps).not.toContain('approved');
    expect(steps).not.toContain('levelled');
  });
  it('names the stretch in front of the parcel for the road gate, only where it is open', () => {
    const half = tinyFacts({ stretches: [tinyStretch('S-1'), tinyStretch('S-2', { fromMetres: 500, toMetres: 600 })] });
    expect(list(half, 'A-03')[0]).toBe('R0 subgrade 600-750 full for road');
  });
  it('names the work for power, water and sewage', () => {
    const [, water] = list(tinyFacts(), 'B-01').filter((name) => name.includes(' for '));
    expect(water).toBe('W-2 for water');
  });
  it('offers a reservation first when every gate for supply is passed, and gates supply does not need last', () => {
    expect(list(tinyFacts(), 'A-01')).toEqual([
      'reservation null',
      'hold null',
      'contract null',
      'W-2 for water',
      'telecom',
    ]);
  });
  it('raises a hold, then a reservation, and follows a contract into building and production', () => {
    expect(list(tinyFacts({ claims: [claim('hold')] }), 'A-01').slice(0, 3)).toEqual([
      'reservation P-01',
      'contract P-01',
      'release',
    ]);
    expect(list(tinyFacts({ claims: [claim('reservation')] }), 'A-01').slice(0, 2)).toEqual([
      'contract P-01',
      'release',
    ]);
    expect(list(tinyFacts({ claims: [claim('contract')] }), 'A-01').slice(0, 2)).toEqual([
      'P-01 construction',
      'release',
    ]);
    expect(list(tinyFacts({ claims: [claim('contract', 'P-03')] }), 'A-01')[0]).toBe('P-03 production');
  });
  it('offers no contract on land that is not ready', () => {
    expect(list(tinyFacts(), 'B-01').filter((name) => name.startsWith('contract'))).toEqual([]);
  });

  it('never offers what its rule refuses, and taking the first step again and again ends', () => {
    const code = fc.constantFrom('A-01', 'A-02', 'A-03', 'B-01');
    fc.assert(
      fc.property(code, fc.array(fc.nat({ max: 9 }), { maxLength: 12 }), (parcel, picks) => {
        const facts = tinyFacts();
        const context = tinyContext(today);
        for (const pick of picks) {
          const steps = stepsOf(facts, parcel);
          for (const step of steps) expect([named(step), refusalOf(facts, step, context)]).toEqual([named(step), null]);
          const step = steps[pick % Math.max(1, steps.length)];
          const decision = step && decide(facts, step, context);
          if (decision && !isRefusal(decision)) applyChanges(facts, decision.changes);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function refusalOf(facts: ParkFacts, step: Step, context: ReturnType<typeof tinyContext>): string | null {
  const decision = decide(facts, step, context);
  return isRefusal(decision) ? decision.refusal : null;
}

function decide(facts: ParkFacts, step: Step, context: ReturnType<typeof tinyContext>) {
  const parcels = 'parcels' in step ? [...step.parcels] : [];
  switch (step.act) {
    case 'record-gate':
      return recordGate(facts, { parcels, gate: step.gate, doneOn: today, document: null }, context);
    case 'record-stretch':
      return recordStretch(facts, { ...step, doneOn: today, plannedOn: null }, context);
    case 'record-work':
      return recordWork(facts, { work: step.work, doneOn: today, plannedOn: null }, context);
    case 'assign-parcels': {
      const open = { fromOn: today, untilOn: null, startBy: null, finishBy: null };
      return assignParcels(facts, { parcels, kind: step.kind, project: step.project ?? 'P-02', ...open }, context);
    }
    case 'split-parcel':
      throw new Error('dividing land is never likely');
    case 'release-parcels':
      return releaseParcels(facts, { parcels, on: today, reason: '退出' }, context);
    case 'record-stage':
      return recordStage(facts, { project: step.project, stage: step.stage, on: today, reason: null }, context);
  }
}
