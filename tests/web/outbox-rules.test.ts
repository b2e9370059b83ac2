import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandNames } from '../../domain/access/roles.ts';
import type { OutboxEntry } from '../../web/state/outbox/entry.ts';
import {
  judge,
  mostSentShown,
  nextToSend,
  pauseMs,
  renewedBasedOn,
  subjectsOf,
  toForget,
  type Done,
} from '../../web/state/outbox/sending-rules.ts';

const entry = (change: Partial<OutboxEntry>): OutboxEntry => ({
  id: 'a',
  park: 'jinling',
  basedOn: 10,
  input: { road: 'R0' },
  reason: null,
  documents: [],
  command: 'record-stretch',
  personId: 'wang',
  personName: '王路',
  madeAt: '2026-11-23T08:00:00.000Z',
  position: 1,
  attempts: 0,
  state: 'waiting',
  problem: null,
  answeredAt: null,
  seq: null,
  subjects: [],
  ...change,
});

describe('the next order to send', () => {
  it('is the oldest that waits, whatever order they lie in', () => {
    const row = [entry({ id: 'c', position: 3 }), entry({ id: 'b', position: 2 }), entry({ id: 'd', position: 4 })];
    expect(nextToSend(row, 'wang')?.id).toBe('b');
  });

  it('is never one of somebody else, nor one that came back or was sent', () => {
    const row = [
      entry({ id: 'a', personId: 'li' }),
      entry({ id: 'b', position: 2, state: 'refused' }),
      entry({ id: 'c', position: 3, state: 'sent' }),
    ];
    expect(nextToSend(row, 'wang')).toBeNull();
    expect(nextToSend(row, 'li')?.id).toBe('a');
  });
});

describe('an order that was not done', () => {
  it.each([
    [0, 'http.unreachable', 'later'],
    [503, 'http.unavailable', 'later'],
    [502, 'http.unavailable', 'later'],
    [507, 'http.disk-full', 'later'],
    [429, 'http.too-many', 'later'],
    [401, 'access.sign-in', 'sign-in'],
    [403, 'access.must-change-password', 'sign-in'],
    [403, 'access.not-allowed', 'back'],
    [409, 'road.stale', 'back'],
    [409, 'parcel.claimed', 'back'],
    [422, 'gate.order', 'back'],
    [404, 'document.unknown', 'back'],
  ] as const)('%d %s: %s', (status, code, verdict) => {
    expect(judge({ status, code }, 1)).toBe(verdict);
  });

  it('comes back when the server breaks at it again and again', () => {
    const verdicts = [1, 2, 3, 4, 5].map((attempts) => judge({ status: 500, code: 'http.internal' }, attempts));
    expect(verdicts).toEqual(['later', 'later', 'later', 'later', 'back']);
  });

  it('waits longer each time, up to a minute, and as long as the server asks', () => {
    expect([1, 2, 3, 20].map((attempts) => pauseMs(attempts, null))).toEqual([2_000, 4_000, 8_000, 60_000]);
    expect(pauseMs(1, 30)).toBe(30_000);
    expect(pauseMs(20, 1)).toBe(60_000);
  });
});

describe('what an order touches', () => {
  it.each([
    ['record-gate', { parcels: ['A-01', 'A-02'], gate: 'levelled' }, ['parcel:A-01', 'parcel:A-02']],
    ['record-stretch', { road: 'R0', layer: 'base' }, ['road:R0']],
    ['record-work', { work: 'W-01' }, ['work:W-01']],
    ['record-stage', { project: 'P-01' }, ['project:P-01']],
    ['assign-parcels', { parcels: ['A-01'], project: 'P-01' }, ['parcel:A-01', 'project:P-01']],
    ['undo', { seq: 4 }, null],
  ] as const)('%s', (command, input, subjects) => {
    expect(subjectsOf({ command, input })).toEqual(subjects);
  });

  it('is told for every command', () => {
    for (const command of commandNames) expect(subjectsOf({ command, input: {} })).not.toBeUndefined();
  });
});

it('the last orders that were sent stay on show, what waits always does', () => {
  const row = Array.from({ length: mostSentShown + 3 }, (_, index) =>
    entry({ id: `e${index}`, position: index, state: 'sent' }),
  );
  expect(toForget([...row, entry({ id: 'old', position: -1 })])).toEqual(['e2', 'e1', 'e0']);
});

describe('a later order of the same person', () => {
  const done = { basedOn: 10, seq: 15, subjects: ['road:R0'] };
  it.each([
    ['moves on: it touches what the earlier one touched', 10, ['road:R0'], 15],
    ['stays: it touches something else, and others were at work', 10, ['road:R1'], 10],
    ['stays: only a part of what it touches is known', 10, ['road:R0', 'road:R1'], 10],
    ['stays: nobody knows what it touches', 10, null, 10],
    ['stays: nothing is known of the time before', 8, ['road:R0'], 8],
    ['stays: it has seen the earlier one', 15, ['road:R0'], 15],
    ['moves on: nothing else happened', 14, null, 15],
    ['stays: an order of nothing proves nothing', 10, [], 10],
  ] as const)('%s', (_, basedOn, subjects, renewed) => {
    expect(renewedBasedOn(basedOn, subjects, [done])).toBe(renewed);
  });

  const things = fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { minLength: 1, maxLength: 3 });
  const step = fc.record({ isMine: fc.boolean(), touches: things, isSeen: fc.boolean() });

  /** A server that refuses what was changed since it was seen; orders of mine wait in a row, others come between. */
  function play(steps: readonly { isMine: boolean; touches: string[]; isSeen: boolean }[]) {
    const touched = new Map<string, number>();
    const foreign: { seq: number; touches: string[] }[] = [];
    const row: { seen: number; basedOn: number; touches: string[] }[] = [];
    const accepted: { seen: number; touches: string[]; seq: number; done: Done }[] = [];
    let seq = 1;
    let seen = 1;
    const happens = (touches: string[]) => {
      seq += 1;
      for (const thing of touches) touched.set(thing, seq);
      return seq;
    };
    const sendOne = () => {
      const order = row.shift();
      if (!order || order.touches.some((thing) => (touched.get(thing) ?? 0) > order.basedOn)) return;
      const done = { basedOn: order.basedOn, seq: happens(order.touches), subjects: order.touches };
      accepted.push({ ...order, seq: done.seq, done });
      for (const later of row) later.basedOn = renewedBasedOn(later.basedOn, later.touches, [done]);
    };
    for (const { isMine, touches, isSeen } of steps) {
      if (isSeen) seen = seq;
      if (isMine) {
        const earlier = accepted.map(({ done }) => done);
        row.push({ seen, basedOn: renewedBasedOn(seen, touches, earlier), touches });
      } else {
        foreign.push({ seq: happens(touches), touches });
        sendOne();
      }
    }
    const made = steps.filter(({ isMine }) => isMine).length;
    while (row.length > 0) sendOne();
    return { accepted, foreign, made };
  }

  it('is never done over a change of somebody else that its person has not seen', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { accepted, foreign } = play(steps);
        const hidden = accepted.filter((order) =>
          foreign.some(
            (other) =>
              other.seq > order.seen && other.seq < order.seq && other.touches.some((t) => order.touches.includes(t)),
          ),
        );
        expect(hidden).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never refused because of an own earlier one, when nobody else was at work', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { accepted, made } = play(steps.map((one) => ({ ...one, isMine: true, isSeen: false })));
        expect(accepted.length).toBe(made);
      }),
    );
  });

  it('on one thing is refused only because of somebody else on that thing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const mineOnA = steps.map((at) => (at.isMine ? { ...at, touches: ['A'] } : { ...at, touches: ['B'] }));
        const { accepted, made } = play(mineOnA);
        expect(accepted.length).toBe(made);
      }),
    );
  });
});
