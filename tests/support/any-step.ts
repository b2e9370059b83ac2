import fc from 'fast-check';
import type { Decision } from '../../domain/park/decision.ts';
import { subjectsOf, type ParkFacts } from '../../domain/park/facts.ts';
import { planGate } from '../../domain/parcel/plan-gate.ts';
import { redrawParcels } from '../../domain/parcel/redraw-parcels.ts';
import { recordGate } from '../../domain/parcel/record-gate.ts';
import { assignParcels } from '../../domain/project/assign-parcels.ts';
import { recordStage } from '../../domain/project/record-stage.ts';
import { releaseParcels } from '../../domain/project/release-parcels.ts';
import { projectStages } from '../../domain/project/stages.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { recordStretch } from '../../domain/road/record-stretch.ts';
import { recordWork } from '../../domain/work/record-work.ts';
import { tinyParcel, type tinyContext } from './tiny-park.ts';

export type Step = (facts: ParkFacts, context: ReturnType<typeof tinyContext>) => Decision | Refusal;

/** A day of the tiny park's two years. */
export const stepDay = fc
  .integer({ min: 0, max: 699 })
  .map((count) => new Date(Date.UTC(2007, 1, 1 + count)).toISOString().slice(0, 10));
const parcels = fc.uniqueArray(fc.constantFrom('A-01', 'A-02', 'A-03', 'B-01', 'X-00'), { minLength: 1, maxLength: 3 });
const tinyRow = (code: string) => {
  const { twiceAreaSquareMillimetres: _, ...row } = tinyParcel(code, 0);
  return row;
};
const gate = fc.constantFrom('approved', 'acquired', 'levelled', 'telecom', 'road');
const metres = fc.integer({ min: 0, max: 1050 });
/** Any command, sensible or not. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(parcels, gate, stepDay).map(
    ([codes, name, doneOn]): Step =>
      (facts, context) =>
        recordGate(facts, { parcels: codes, gate: name as 'approved', doneOn, document: null }, context),
  ),
  fc.tuple(parcels, gate, stepDay).map(
    ([codes, name, plannedOn]): Step =>
      (facts, context) =>
        planGate(facts, { parcels: codes, gate: name as 'approved', plannedOn, document: null }, context),
  ),
  fc.tuple(metres, metres, fc.constantFrom('left', 'right', 'full'), stepDay, fc.boolean()).map(
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
  fc.tuple(fc.constantFrom('W-1', 'W-2'), stepDay).map(
    ([work, doneOn]): Step =>
      (facts, context) =>
        recordWork(facts, { work, doneOn, plannedOn: null }, context),
  ),
  fc
    .tuple(
      fc.constantFrom('P-01', 'P-02', 'P-03'),
      parcels,
      fc.constantFrom('hold', 'reservation', 'contract'),
      stepDay,
      fc.option(stepDay),
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
  fc.tuple(fc.constantFrom('P-01', 'P-02', 'P-03'), fc.constantFrom(...projectStages), stepDay).map(
    ([project, stage, on]): Step =>
      (facts, context) =>
        recordStage(facts, { project, stage, on, reason: '试' }, context),
  ),
  fc.tuple(parcels, stepDay).map(
    ([codes, on]): Step =>
      (facts, context) =>
        releaseParcels(facts, { parcels: codes, on, reason: '试' }, context),
  ),
);

/** Any command, or any change of boundaries, of whatever area. */
export const anyStepOrLand: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: anyStep, weight: 3 },
  fc
    .tuple(parcels, fc.constantFrom('reshape', 'remove', 'replace'), stepDay, fc.integer({ min: 1, max: 9 }))
    .map(([codes, how, on, hectares]): Step => (facts, context) => {
      const land = () => ({ boundary: context.newId(), twiceAreaSquareMillimetres: hectares * 20_000_000_000 + 2 });
      const row = tinyRow(`N-${facts.parcels.size}`);
      return redrawParcels(
        facts,
        {
          on,
          reshaped: how === 'reshape' ? codes.map((code) => ({ code, ...land() })) : [],
          removed: how === 'reshape' ? [] : codes,
          added: how === 'replace' ? [{ row, from: codes, ...land() }] : [],
        },
        context,
      );
    }),
);

/** Facts as comparable values, without the order of the maps. */
export function snapshot(facts: ParkFacts): unknown {
  const sorted = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const inner = (maps: ReadonlyMap<string, ReadonlyMap<string, unknown>>) =>
    sorted(new Map([...maps].filter(([, map]) => map.size).map(([key, map]) => [key, sorted(map)])));
  return [
    sorted(facts.parcels),
    inner(facts.boundaries),
    inner(facts.gates),
    inner(facts.stretches),
    inner(facts.claims),
    sorted(facts.works),
    sorted(facts.projects),
  ];
}

/** A decision as the event of the log it becomes. */
export const eventOf = (seq: number, { changes, effectiveOn }: Decision) => ({
  seq,
  changes,
  effectiveOn,
  subjects: subjectsOf(changes),
});
