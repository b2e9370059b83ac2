import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../domain/park/facts.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { layerProgress } from '../../../domain/road/progress.ts';
import { recordStretch } from '../../../domain/road/record-stretch.ts';
import type { RecordStretch } from '../../../domain/road/schema.ts';
import { tinyContext, tinyFacts } from '../../support/tiny-park.ts';

const asOf = { on: '2007-11-30', knownOn: '2007-11-30' };
const input = (change: Partial<RecordStretch>): RecordStretch => ({
  road: 'R0',
  layer: 'subgrade',
  side: 'full',
  fromMetres: 500,
  toMetres: 750,
  doneOn: '2007-11-30',
  plannedOn: null,
  ...change,
});

describe('recording a stretch', () => {
  test.each([
    ['road.unknown', { road: 'R9' }],
    ['stretch.beyond-road', { toMetres: 1000.001 }],
    ['stretch.empty', { fromMetres: 700, toMetres: 700 }],
    ['stretch.empty', { fromMetres: 750, toMetres: 500 }],
    ['day.future', { doneOn: '2026-11-24' }],
    ['day.past', { doneOn: null, plannedOn: '2007-11-30' }],
    ['stretch.already-recorded', { fromMetres: 100, toMetres: 400 }],
    ['stretch.already-recorded', { fromMetres: 100, toMetres: 400, side: 'left' }],
  ] as const)('refuses with %s', (code, change) => {
    expect(recordStretch(tinyFacts(), input(change), tinyContext())).toMatchObject({ refusal: code });
  });

  test('lengthens the union and leaves the facts alone', () => {
    const facts = tinyFacts();
    const decision = recordStretch(facts, input({ fromMetres: 400 }), tinyContext());
    if (isRefusal(decision)) throw new Error(decision.refusal);
    expect(facts.stretches.get('R0')?.size).toBe(2);
    applyChanges(facts, decision.changes);
    const stretches = [...(facts.stretches.get('R0')?.values() ?? [])];
    expect(layerProgress(facts.roads.get('R0')!, stretches, 'subgrade', asOf).doneMetres).toBe(750);
  });

  test('a new plan replaces the part of an old one that it covers', () => {
    //  old    500 ---------- full 12-31 ---------- 1000
    //  new          600 -- left 02-01 -- 800
    const facts = tinyFacts();
    const plan = input({ side: 'left', fromMetres: 600, toMetres: 800, doneOn: null, plannedOn: '2008-02-01' });
    const decision = recordStretch(facts, plan, tinyContext());
    if (isRefusal(decision)) throw new Error(decision.refusal);
    applyChanges(facts, decision.changes);
    const road = facts.roads.get('R0')!;
    const stretches = [...(facts.stretches.get('R0')?.values() ?? [])];
    const at = (on: string) => layerProgress(road, stretches, 'subgrade', { on, knownOn: '2007-11-30' }).expectedMetres;
    expect(at('2007-12-31')).toBe(800);
    expect(at('2008-02-01')).toBe(1000);
    expect(
      stretches.map(({ side, fromMetres, toMetres, plannedOn }) => [side, fromMetres, toMetres, plannedOn]),
    ).toEqual([
      ['full', 0, 500, null],
      ['full', 500, 600, '2007-12-31'],
      ['full', 800, 1000, '2007-12-31'],
      ['right', 600, 800, '2007-12-31'],
      ['left', 600, 800, '2008-02-01'],
    ]);
  });

  test('done length never shrinks and never passes the road, whatever is recorded', () => {
    const record = fc.record({
      fromMetres: fc.integer({ min: 0, max: 1100 }),
      toMetres: fc.integer({ min: 0, max: 1100 }),
      side: fc.constantFrom('left', 'right', 'full'),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 15 }), (records) => {
        const facts = tinyFacts();
        const context = tinyContext();
        let before = 500;
        for (const change of records) {
          const decision = recordStretch(facts, input(change as Partial<RecordStretch>), context);
          if (isRefusal(decision)) continue;
          applyChanges(facts, decision.changes);
          const stretches = [...(facts.stretches.get('R0')?.values() ?? [])];
          const { doneMetres, expectedMetres } = layerProgress(facts.roads.get('R0')!, stretches, 'subgrade', asOf);
          expect(doneMetres).toBeGreaterThanOrEqual(before);
          expect(doneMetres).toBeLessThanOrEqual(1000);
          expect(expectedMetres).toBe(doneMetres);
          before = doneMetres;
        }
      }),
    );
  });
});
