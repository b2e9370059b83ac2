import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { landAccount } from '../../../domain/account/account.ts';
import { applyEvent } from '../../../domain/park/apply-event.ts';
import type { Decision } from '../../../domain/park/decision.ts';
import { effectOf } from '../../../domain/park/effect.ts';
import { applyChanges, inverse, subjectOf, type ParkFacts } from '../../../domain/park/facts.ts';
import { undoEvent } from '../../../domain/park/undo-event.ts';
import { planGate } from '../../../domain/parcel/plan-gate.ts';
import { recordGate } from '../../../domain/parcel/record-gate.ts';
import { assignParcels } from '../../../domain/project/assign-parcels.ts';
import { recordStage } from '../../../domain/project/record-stage.ts';
import { releaseParcels } from '../../../domain/project/release-parcels.ts';
import { projectStages } from '../../../domain/project/stages.ts';
import { isRefusal, type Refusal } from '../../../domain/refusals.ts';
import { recordStretch } from '../../../domain/road/record-stretch.ts';
import { recordWork } from '../../../domain/work/record-work.ts';
import { tinyContext, tinyFacts } from '../../support/tiny-park.ts';

type Step = (facts: ParkFacts, context: ReturnType<typeof tinyContext>) => Decision | Refusal;

const day = fc
  .integer({ min: 0, max: 699 })
  .map((count) => new Date(Date.UTC(2007, 1, 1 + count)).toISOString().slice(0, 10));
const parcels = fc.uniqueArray(fc.constantFrom('A-01', 'A-02', 'A-03', 'B-01', 'X-00'), { minLength: 1, maxLength: 3 });
const gate = fc.constantFrom('approved', 'acquired', 'levelled', 'telecom', 'road');
const metres = fc.integer({ min: 0, max: 1050 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(parcels, gate, day).map(
    ([codes, name, doneOn]): Step =>
      (facts, context) =>
        recordGate(facts, { parcels: codes, gate: name as 'approved', doneOn, document: null }, context),
  ),
  fc.tuple(parcels, gate, day).map(
    ([codes, name, plannedOn]): Step =>
      (facts, context) =>
        planGate(facts, { parcels: codes, gate: name as 'approved', plannedOn, document: null }, context),
  ),
  fc.tuple(metres, metres, fc.constantFrom('left', 'right', 'full'), day, fc.boolean()).map(
    ([fromMetres, toMetres, side, on, isDone]): Step =>
      (facts, context) =>
        recordStretch(
          facts,
          {
            road: 'R0',
            layer: 'subgrade',
            side: side as 'left',
            fromMetres,
            toMetres,
            doneOn: isDone ? on : null,
            plannedOn: isDone ? null : on,
          },
          context,
        ),
  ),
  fc.tuple(fc.constantFrom('W-1', 'W-2'), day).map(
    ([work, doneOn]): Step =>
      (facts, context) =>
        recordWork(facts, { work, doneOn, plannedOn: null }, context),
  ),
  fc
    .tuple(
      fc.constantFrom('P-01', 'P-02', 'P-03'),
      parcels,
      fc.constantFrom('hold', 'reservation', 'contract'),
      day,
      fc.option(day),
    )
    .map(
      ([project, codes, kind, fromOn, untilOn]): Step =>
        (facts, context) =>
          assignParcels(
            facts,
            { project, parcels: codes, kind: kind as 'hold', fromOn, untilOn, startBy: null, finishBy: null },
            context,
          ),
    ),
  fc.tuple(fc.constantFrom('P-01', 'P-02', 'P-03'), fc.constantFrom(...projectStages), day).map(
    ([project, stage, on]): Step =>
      (facts, context) =>
        recordStage(facts, { project, stage, on, reason: '试' }, context),
  ),
  fc.tuple(parcels, day).map(
    ([codes, on]): Step =>
      (facts, context) =>
        releaseParcels(facts, { parcels: codes, on, reason: '试' }, context),
  ),
);

/** Facts as comparable values, without the order of the maps. */
function snapshot(facts: ParkFacts): unknown {
  const sorted = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const inner = (maps: ReadonlyMap<string, ReadonlyMap<string, unknown>>) =>
    sorted(new Map([...maps].filter(([, map]) => map.size).map(([key, map]) => [key, sorted(map)])));
  return [inner(facts.gates), inner(facts.stretches), inner(facts.claims), sorted(facts.works), sorted(facts.projects)];
}

const eventOf = (seq: number, { changes, effectiveOn }: Decision) => ({
  seq,
  changes,
  effectiveOn,
  subjects: [...new Set(changes.map(subjectOf))],
});

describe('whatever commands are given', () => {
  test('the account balances at any date, and columns contain one another', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), day, day, (steps, on, knownOn) => {
        const facts = tinyFacts();
        const context = tinyContext('2009-01-01');
        for (const take of steps) {
          const decision = take(facts, context);
          if (!isRefusal(decision)) applyChanges(facts, decision.changes);
        }
        for (const row of landAccount(facts, { on, knownOn }).rows) {
          const twice = (name: keyof typeof row.figures) => row.figures[name].twiceAreaSquareMillimetres;
          expect(row.balanceTwiceAreaSquareMillimetres).toBe(0);
          expect(twice('reserved') + twice('free')).toBe(twice('available'));
          expect(twice('available') + twice('contracted')).toBeLessThanOrEqual(twice('planned'));
          expect(twice('developed')).toBeLessThanOrEqual(twice('acquired'));
          expect(twice('acquired')).toBeLessThanOrEqual(twice('approved'));
        }
      }),
    );
  });

  test('one parcel never has two claims on one day', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const facts = tinyFacts();
        const context = tinyContext('2009-01-01');
        for (const take of steps) {
          const decision = take(facts, context);
          if (!isRefusal(decision)) applyChanges(facts, decision.changes);
        }
        for (const claims of facts.claims.values()) {
          const sorted = [...claims.values()].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
          sorted.slice(1).forEach((claim, index) => expect(sorted[index]!.untilOn! <= claim.fromOn).toBe(true));
        }
      }),
    );
  });

  test('a preview changes nothing, and undo brings back what was', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const facts = tinyFacts();
        const context = tinyContext('2009-01-01');
        for (const take of steps) {
          const before = snapshot(facts);
          const decision = take(facts, context);
          expect(snapshot(facts)).toEqual(before);
          if (isRefusal(decision)) continue;
          const effect = effectOf(facts, decision);
          expect(snapshot(facts)).toEqual(before);
          expect(effect.on >= effect.known).toBe(true);
          const event = eventOf(facts.seq + 1, decision);
          applyEvent(facts, event);
          const undo = undoEvent(facts, event, null, { seq: event.seq, reason: null });
          if (isRefusal(undo)) throw new Error(`${undo.refusal} ${JSON.stringify(undo.detail)}`);
          applyEvent(facts, eventOf(facts.seq + 1, undo));
          expect(snapshot(facts)).toEqual(before);
          applyEvent(facts, { ...event, seq: facts.seq + 1 });
        }
      }),
    );
  });
});

describe('undo', () => {
  const give = (facts: ParkFacts, decision: Decision | Refusal) => {
    if (isRefusal(decision)) throw new Error(decision.refusal);
    const event = eventOf(facts.seq + 1, decision);
    applyEvent(facts, event);
    return event;
  };
  const acquire = (facts: ParkFacts, doneOn: string) =>
    recordGate(facts, { parcels: ['B-01'], gate: 'acquired', doneOn, document: null }, tinyContext());

  test('refuses a second time', () => {
    const facts = tinyFacts();
    const event = give(facts, acquire(facts, '2007-09-01'));
    expect(undoEvent(facts, event, 2, { seq: 1, reason: null })).toMatchObject({ refusal: 'undo.already-undone' });
  });
  test('refuses when the row was changed since', () => {
    const facts = tinyFacts();
    const event = give(facts, acquire(facts, '2007-09-01'));
    give(facts, acquire(facts, '2007-09-02'));
    const detail = { subject: 'parcel:B-01', why: 'changed-since', laterSeq: 2 };
    expect(undoEvent(facts, event, null, { seq: 1, reason: null })).toMatchObject({
      refusal: 'undo.superseded',
      detail,
    });
  });
  test('refuses when a later gate rests on it', () => {
    const facts = tinyFacts();
    const event = give(facts, acquire(facts, '2007-09-01'));
    give(
      facts,
      recordGate(facts, { parcels: ['B-01'], gate: 'levelled', doneOn: '2007-10-01', document: null }, tinyContext()),
    );
    expect(undoEvent(facts, event, null, { seq: 1, reason: null })).toMatchObject({ detail: { why: 'levelled' } });
  });
  test('refuses when a contract rests on it', () => {
    const facts = tinyFacts();
    const stretch = {
      road: 'R0',
      layer: 'subgrade',
      side: 'full',
      fromMetres: 500,
      toMetres: 750,
      doneOn: '2007-11-20',
      plannedOn: null,
    } as const;
    const event = give(facts, recordStretch(facts, stretch, tinyContext()));
    give(
      facts,
      assignParcels(
        facts,
        {
          project: 'P-01',
          parcels: ['A-03'],
          kind: 'contract',
          fromOn: '2007-11-25',
          untilOn: null,
          startBy: null,
          finishBy: null,
        },
        tinyContext(),
      ),
    );
    expect(undoEvent(facts, event, null, { seq: 1, reason: null })).toMatchObject({
      detail: { why: 'contract', subject: 'parcel:A-03' },
    });
  });
  test('refuses to restore a claim over another project', () => {
    const facts = tinyFacts();
    const context = { ...tinyContext(), newId: () => crypto.randomUUID() };
    const claim = (project: string, fromOn: string) =>
      assignParcels(
        facts,
        { project, parcels: ['A-01'], kind: 'reservation', fromOn, untilOn: null, startBy: null, finishBy: null },
        context,
      );
    give(facts, claim('P-01', '2007-10-01'));
    const released = give(facts, releaseParcels(facts, { parcels: ['A-01'], on: '2007-11-01', reason: '退' }, context));
    give(facts, claim('P-02', '2007-11-01'));
    expect(undoEvent(facts, released, null, { seq: 2, reason: null })).toMatchObject({ detail: { why: 'P-02' } });
  });
});

describe('an event', () => {
  test('is applied once and never out of turn', () => {
    const facts = tinyFacts();
    const event = { seq: 1, changes: [], subjects: ['parcel:A-01'] };
    applyEvent(facts, event);
    applyEvent(facts, event);
    expect([facts.seq, facts.touched.get('parcel:A-01')]).toEqual([1, 1]);
    expect(() => applyEvent(facts, { ...event, seq: 3 })).toThrow('cannot follow');
  });
  test('inverse of its inverse is itself', () => {
    const facts = tinyFacts();
    const decision = recordGate(
      facts,
      { parcels: ['A-01', 'A-02'], gate: 'telecom', doneOn: '2007-11-01', document: null },
      tinyContext(),
    );
    if (isRefusal(decision)) throw new Error(decision.refusal);
    expect(inverse(inverse(decision.changes))).toEqual(decision.changes);
  });
});
