import { refuseBeforePark } from '../park/began-on.ts';
import type { Rule } from '../park/decision.ts';
import { knownUntil, type Change } from '../park/facts.ts';
import { refuse } from '../refusals.ts';
import { covers, oneSide } from './intervals.ts';
import { replaceStretchPlan } from './replace-stretch-plan.ts';
import type { RecordStretch, Stretch } from './schema.ts';

/**
 * Records a layer of a road as done, or plans it, between two chainages (metres from the start of the road).
 * A new plan replaces the part of older plans that it covers.
 * Refuses with road.unknown, stretch.empty, stretch.beyond-road, stretch.already-recorded, day.future, day.past,
 * day.before-park.
 */
export const recordStretch: Rule<RecordStretch> = (facts, input, { today, newId }) => {
  const road = facts.roads.get(input.road);
  if (!road) return refuse('road.unknown', 'road', { road: input.road });
  const fromMetres = Math.round(input.fromMetres * 1000) / 1000;
  const toMetres = Math.round(input.toMetres * 1000) / 1000;
  if (toMetres > road.lengthMetres) {
    return refuse('stretch.beyond-road', 'toMetres', { road: road.code, toMetres, lengthMetres: road.lengthMetres });
  }
  if (fromMetres >= toMetres) return refuse('stretch.empty', 'toMetres', { fromMetres, toMetres });
  if (input.doneOn !== null && input.doneOn > today)
    return refuse('day.future', 'doneOn', { day: input.doneOn, today });
  const early = input.doneOn === null ? null : refuseBeforePark(facts, input.doneOn, 'doneOn');
  if (early) return early;
  const known = knownUntil(facts);
  if (input.plannedOn !== null && input.plannedOn <= known) {
    return refuse('day.past', 'plannedOn', { day: input.plannedOn, knownUntil: known });
  }
  const stretches = [...(facts.stretches.get(road.code)?.values() ?? [])].filter(({ layer }) => layer === input.layer);
  const done = stretches.filter((stretch) => stretch.doneOn !== null);
  const sides = input.side === 'full' ? (['left', 'right'] as const) : [input.side];
  if (sides.every((side) => covers(oneSide(done, side), { fromMetres, toMetres }))) {
    return refuse('stretch.already-recorded', 'fromMetres', {
      road: road.code,
      layer: input.layer,
      side: input.side,
      fromMetres,
      toMetres,
    });
  }
  const recorded: Stretch = {
    id: newId(),
    road: road.code,
    layer: input.layer,
    side: input.side,
    fromMetres,
    toMetres,
    plannedOn: input.plannedOn,
    doneOn: input.doneOn,
    section: null,
    quantity: null,
    unit: null,
  };
  const replaced = input.plannedOn === null ? [] : replaceStretchPlan(stretches, recorded, newId);
  const changes: Change[] = [...replaced, { table: 'stretch', before: null, after: recorded }];
  return { changes, effectiveOn: input.doneOn ?? input.plannedOn ?? today, reason: null };
};
