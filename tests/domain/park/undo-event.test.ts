import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEvent } from '../../../domain/park/apply-event.ts';
import type { Decision } from '../../../domain/park/decision.ts';
import type { ParkFacts } from '../../../domain/park/facts.ts';
import { isBefore, undoEvent, undoSubjects, type LaterEvent } from '../../../domain/park/undo-event.ts';
import { planGate } from '../../../domain/parcel/plan-gate.ts';
import { recordGate } from '../../../domain/parcel/record-gate.ts';
import { orderedGates, type Gate } from '../../../domain/parcel/schema.ts';
import { assignParcels } from '../../../domain/project/assign-parcels.ts';
import { releaseParcels } from '../../../domain/project/release-parcels.ts';
import { isRefusal, type Refusal } from '../../../domain/refusals.ts';
import { recordStretch } from '../../../domain/road/record-stretch.ts';
import { anyStepOrLand, eventOf, snapshot } from '../../support/any-step.ts';
import { tinyContext, tinyFacts } from '../../support/tiny-park.ts';

type Logged = ReturnType<typeof eventOf> & LaterEvent;

/** A log beside facts, as the server keeps it. */
class Log {
  readonly facts = tinyFacts();
  readonly events: Logged[] = [];
  readonly #context = { ...tinyContext('2009-01-01'), newId: () => crypto.randomUUID() };

  give(rule: (facts: ParkFacts, context: ReturnType<typeof tinyContext>) => Decision | Refusal): Logged | Refusal {
    const decision = rule(this.facts, this.#context);
    return isRefusal(decision) ? decision : this.#append(decision, null);
  }

  done(rule: Parameters<Log['give']>[0]): Logged {
    const given = this.give(rule);
    if (isRefusal(given)) throw new Error(given.refusal);
    return given;
  }

  undo(seq: number): Logged | Refusal {
    const event = this.events[seq - 1]!;
    const subjects = undoSubjects(this.facts, event);
    const later = this.events.filter((one) => one.seq > seq && one.subjects.some((name) => subjects.includes(name)));
    const decision = undoEvent(this.facts, event, { undoneBy: event.undoneBy, later }, { seq, reason: null });
    return isRefusal(decision) ? decision : this.#append(decision, seq);
  }

  #append(decision: Decision, undoes: number | null): Logged {
    const event = eventOf(this.facts.seq + 1, decision);
    applyEvent(this.facts, event);
    const logged = { ...event, undoes, undoneBy: null, command: 'record-gate' as const, actor: '张三' };
    if (undoes !== null) this.events[undoes - 1] = { ...this.events[undoes - 1]!, undoneBy: event.seq };
    this.events.push(logged);
    return logged;
  }
}

const done = (gate: Gate, doneOn: string, parcel = 'B-01') =>
  ((facts, context) =>
    recordGate(facts, { parcels: [parcel], gate, doneOn, document: null }, context)) satisfies Parameters<
    Log['give']
  >[0];
const plan = (gate: Gate, plannedOn: string, parcel = 'B-01') =>
  ((facts, context) =>
    planGate(facts, { parcels: [parcel], gate, plannedOn, document: null }, context)) satisfies Parameters<
    Log['give']
  >[0];
const claim = (project: string, fromOn: string, kind: 'reservation' | 'contract' = 'reservation', parcel = 'A-01') =>
  ((facts, context) =>
    assignParcels(
      facts,
      { project, parcels: [parcel], kind, fromOn, untilOn: null, startBy: null, finishBy: null },
      context,
    )) satisfies Parameters<Log['give']>[0];
const subgrade = (fromMetres: number, toMetres: number, doneOn: string) =>
  ((facts, context) =>
    recordStretch(
      facts,
      { road: 'R0', layer: 'subgrade', side: 'full', fromMetres, toMetres, doneOn, plannedOn: null },
      context,
    )) satisfies Parameters<Log['give']>[0];

describe('undo refuses, naming what came later', () => {
  const superseded = (detail: object) => ({ refusal: 'undo.superseded', detail });

  test('a second time', () => {
    const log = new Log();
    const { seq } = log.done(done('acquired', '2007-09-01'));
    log.undo(seq);
    expect(log.undo(seq)).toMatchObject({ refusal: 'undo.already-undone', detail: { undoneBy: 2 } });
  });

  test('the same row changed since', () => {
    const log = new Log();
    log.done(done('acquired', '2007-09-01'));
    log.done(done('acquired', '2007-09-02'));
    expect(log.undo(1)).toMatchObject(
      superseded({
        subject: 'parcel:B-01',
        why: 'changed-since',
        laterSeq: 2,
        laterOn: '2007-09-02',
        laterActor: '张三',
      }),
    );
    log.undo(2);
    expect(log.undo(1)).toMatchObject({ undoes: 1 });
  });

  test('a later gate that is done on it', () => {
    const log = new Log();
    log.done(done('acquired', '2007-09-01'));
    log.done(done('levelled', '2007-10-01'));
    expect(log.undo(1)).toMatchObject(superseded({ why: 'levelled', laterSeq: 2 }));
  });

  // acquired   06-01 --1--> 03-01        undoing 1 would bring 06-01 back,
  // levelled            --2--> 04-01     and levelling would be planned before acquisition
  test('a plan for a later gate that would stand before its forerunner', () => {
    const log = new Log();
    log.done(plan('acquired', '2008-06-01'));
    log.done(plan('acquired', '2008-03-01'));
    log.done(plan('levelled', '2008-04-01'));
    expect(log.undo(2)).toMatchObject(superseded({ why: 'levelled', laterSeq: 3, laterOn: '2008-04-01' }));
    log.undo(3);
    expect(log.undo(2)).toMatchObject({ undoes: 2 });
  });

  test('a plan that rests on a gate recorded earlier than it was planned', () => {
    const log = new Log();
    log.done(plan('acquired', '2008-06-01'));
    log.done(done('acquired', '2007-12-05'));
    log.done(plan('levelled', '2008-04-01'));
    expect(log.undo(2)).toMatchObject(superseded({ why: 'levelled', laterSeq: 3 }));
  });

  test('a forerunner that was put off since', () => {
    const log = new Log();
    log.done(plan('levelled', '2008-04-01'));
    log.done(plan('levelled', '2008-09-01'));
    log.done(plan('acquired', '2008-07-01'));
    expect(log.undo(2)).toMatchObject(superseded({ why: 'acquired', laterSeq: 3 }));
  });

  test('but not a plan that was out of order before', () => {
    const log = new Log();
    log.done(plan('levelled', '2008-04-01'));
    log.done(done('acquired', '2008-06-01'));
    log.done(done('acquired', '2008-03-01'));
    log.done(plan('telecom', '2008-12-01'));
    expect(log.undo(3)).toMatchObject({ undoes: 3 });
  });

  test('and not a plan that has no forerunner to stand before', () => {
    const log = new Log();
    log.done(done('acquired', '2007-09-01'));
    log.done(plan('levelled', '2008-04-01'));
    expect(log.undo(1)).toMatchObject({ undoes: 1 });
  });

  test('a contract on land that would not have been ready', () => {
    const log = new Log();
    log.done(subgrade(500, 750, '2007-11-20'));
    log.done(claim('P-01', '2007-11-25', 'contract', 'A-03'));
    expect(log.undo(1)).toMatchObject(superseded({ why: 'contract', subject: 'parcel:A-03', laterSeq: 2 }));
  });

  test('but not an older contract, whatever else was recorded on its land', () => {
    const log = new Log();
    log.done(claim('P-01', '2007-11-25', 'contract', 'A-01'));
    const [moved, back] = ['2007-12-23', '2007-08-01'].map(
      (doneOn) =>
        log.done((facts) => {
          const before = facts.works.get('W-1')!;
          const changes = [{ table: 'work' as const, before, after: { ...before, doneOn } }];
          return { changes, effectiveOn: doneOn, reason: null };
        }).seq,
    );
    log.done(plan('telecom', '2008-12-01', 'A-01'));
    expect(moved).toBeLessThan(back!);
    expect(log.undo(back!)).toMatchObject({ undoes: back });
  });

  test('another claim on land that was released', () => {
    const log = new Log();
    log.done(claim('P-01', '2007-10-01'));
    log.done((facts, context) => releaseParcels(facts, { parcels: ['A-01'], on: '2007-11-01', reason: '退' }, context));
    log.done(claim('P-02', '2007-11-01'));
    expect(log.undo(2)).toMatchObject(superseded({ why: 'P-02', laterSeq: 3 }));
  });
});

type Pairs = ReadonlySet<string>;

/** Every gate of the park that stands before its forerunner. */
function disorders({ gates }: ParkFacts): Pairs {
  const order: readonly Gate[] = orderedGates;
  return new Set(
    [...gates].flatMap(([parcel, records]) =>
      order.flatMap((gate, at) =>
        order
          .slice(0, at)
          .filter((forerunner) => isBefore(records.get(gate) ?? null, records.get(forerunner) ?? null))
          .map((forerunner) => `${parcel} ${forerunner} ${gate}`),
      ),
    ),
  );
}

const someDay = fc.constantFrom('2007-07-01', '2007-09-01', '2007-11-01', '2007-12-05');
const plannedDay = fc.constantFrom('2008-03-01', '2008-04-01', '2008-06-01', '2008-07-01', '2008-09-01');
const gateStep = fc.oneof(
  fc.tuple(fc.constantFrom(...orderedGates), someDay).map(([gate, day]) => done(gate, day)),
  fc.tuple(fc.constantFrom(...orderedGates), plannedDay).map(([gate, day]) => plan(gate, day)),
);
/** Gates of one parcel on few days, so that they get into each other's way; `at` chooses an event to take back. */
const course = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: gateStep.map((step) => ({ step, at: 0 })) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 0.999, noNaN: true }).map((at) => ({ step: null, at })) },
  ),
  { minLength: 3, maxLength: 16 },
);

describe('whatever was done and taken back', () => {
  test('an undo never puts a gate before its forerunner that did not stand so before it or before its event', () => {
    fc.assert(
      fc.property(course, (steps) => {
        const log = new Log();
        const priors: Pairs[] = [];
        for (const { step, at } of steps) {
          const before = disorders(log.facts);
          const target = Math.floor(at * log.events.length);
          const given = step ? log.give(step) : log.events[target]?.undoes === null ? log.undo(target + 1) : null;
          if (given === null || isRefusal(given)) continue;
          priors.push(before);
          if (step) continue;
          const fresh = [...disorders(log.facts)].filter((pair) => !before.has(pair) && !priors[target]!.has(pair));
          expect(fresh).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('who takes back what the refusals name gets there, and the facts are as if it had never been', () => {
    fc.assert(
      fc.property(fc.array(anyStepOrLand, { minLength: 1, maxLength: 25 }), fc.nat(), (steps, pick) => {
        const log = new Log();
        for (const step of steps) log.give(step);
        if (log.events.length === 0) return;
        const first = (pick % log.events.length) + 1;
        const takeBack = (seq: number, depth: number): void => {
          expect(depth).toBeLessThan(60);
          const answer = log.undo(seq);
          if (!isRefusal(answer)) return;
          const { laterSeq } = answer.detail;
          if (answer.refusal !== 'undo.superseded' || typeof laterSeq !== 'number') throw new Error(answer.refusal);
          expect(laterSeq).toBeGreaterThan(seq);
          takeBack(laterSeq, depth + 1);
          takeBack(seq, depth + 1);
        };
        takeBack(first, 0);
        expect(log.events[first - 1]!.undoneBy).not.toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  test('everything can be taken back from the end, to the facts of the beginning', () => {
    fc.assert(
      fc.property(fc.array(anyStepOrLand, { maxLength: 20 }), (steps) => {
        const log = new Log();
        const before = snapshot(log.facts);
        for (const step of steps) log.give(step);
        for (let seq = log.events.length; seq >= 1; seq -= 1) expect(log.undo(seq)).toMatchObject({ undoes: seq });
        expect(snapshot(log.facts)).toEqual(before);
      }),
    );
  });
});
