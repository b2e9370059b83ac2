import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { landAccount } from '../../../domain/account/account.ts';
import { applyEvent } from '../../../domain/park/apply-event.ts';
import { effectOf } from '../../../domain/park/effect.ts';
import { applyChanges, inverse } from '../../../domain/park/facts.ts';
import { undoEvent } from '../../../domain/park/undo-event.ts';
import { recordGate } from '../../../domain/parcel/record-gate.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { anyStep, anyStepOrLand, eventOf, snapshot, stepDay } from '../../support/any-step.ts';
import { tinyContext, tinyFacts } from '../../support/tiny-park.ts';

describe('whatever commands are given', () => {
  test('the account balances at any date, and columns contain one another', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 25 }), stepDay, stepDay, (steps, on, knownOn) => {
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
      fc.property(fc.array(anyStepOrLand, { maxLength: 30 }), (steps) => {
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
      fc.property(fc.array(anyStepOrLand, { maxLength: 20 }), (steps) => {
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
          const undo = undoEvent(facts, event, { undoneBy: null, later: [] }, { seq: event.seq, reason: null });
          if (isRefusal(undo)) throw new Error(`${undo.refusal} ${JSON.stringify(undo.detail)}`);
          applyEvent(facts, eventOf(facts.seq + 1, undo));
          expect(snapshot(facts)).toEqual(before);
          applyEvent(facts, { ...event, seq: facts.seq + 1 });
        }
      }),
    );
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
