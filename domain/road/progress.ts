import { reachedOn, type AsOf, type Day } from '../day.ts';
import { covers, fullWidth, gaps, oneSide, totalMetres, type Interval, type SidedInterval } from './intervals.ts';
import { roadLayers, type Road, type RoadLayer, type Stretch } from './schema.ts';

export interface ProgressInterval extends SidedInterval {
  readonly state: 'done' | 'forecast' | 'planned';
}

export interface LayerProgress {
  readonly layer: RoadLayer;
  /** Union length of what is done on the full width, as known. */
  readonly doneMetres: number;
  /** The same with everything planned by the asked day counted as done. */
  readonly expectedMetres: number;
  readonly intervals: readonly ProgressInterval[];
}

/** How far every layer of a road has come: full-width union lengths in metres, and the drawn stretches side by side. */
export function roadProgress(road: Road, stretches: Iterable<Stretch>, asOf: AsOf): LayerProgress[] {
  const all = [...stretches];
  return roadLayers.map((layer) =>
    layerProgress(
      road,
      all.filter((stretch) => stretch.layer === layer),
      layer,
      asOf,
    ),
  );
}

/** How far one layer of a road has come. `stretches` are those of that road and layer. */
export function layerProgress(road: Road, stretches: readonly Stretch[], layer: RoadLayer, asOf: AsOf): LayerProgress {
  const done = stretches.filter((stretch) => isDone(stretch, asOf));
  const reached = stretches.filter((stretch) => reachedOn(stretch, asOf) !== null);
  const planned = stretches.filter((stretch) => stretch.plannedOn !== null || stretch.doneOn !== null);
  const intervals = (['left', 'right'] as const).flatMap((side) => layered(road, side, { done, reached, planned }));
  return {
    layer,
    doneMetres: totalMetres(fullWidth(done)),
    expectedMetres: totalMetres(fullWidth(reached)),
    intervals: joinSides(intervals),
  };
}

function isDone(stretch: Stretch, asOf: AsOf): boolean {
  return stretch.doneOn !== null && stretch.doneOn <= asOf.knownOn && stretch.doneOn <= asOf.on;
}

function layered(
  road: Road,
  side: 'left' | 'right',
  kinds: Readonly<Record<'done' | 'reached' | 'planned', readonly Stretch[]>>,
): ProgressInterval[] {
  const whole = { fromMetres: 0, toMetres: road.lengthMetres };
  const done = oneSide(kinds.done, side);
  const reached = oneSide(kinds.reached, side);
  const planned = oneSide(kinds.planned, side);
  const beyond = (intervals: Interval[], below: Interval[]) =>
    intervals.flatMap((interval) => gaps(below, interval)).filter((interval) => interval.fromMetres < whole.toMetres);
  return [
    ...done.map((interval) => ({ ...interval, side, state: 'done' as const })),
    ...beyond(reached, done).map((interval) => ({ ...interval, side, state: 'forecast' as const })),
    ...beyond(planned, reached).map((interval) => ({ ...interval, side, state: 'planned' as const })),
  ].sort((a, b) => a.fromMetres - b.fromMetres);
}

function joinSides(intervals: readonly ProgressInterval[]): ProgressInterval[] {
  const key = (interval: ProgressInterval) => `${interval.fromMetres}/${interval.toMetres}/${interval.state}`;
  const right = new Set(intervals.filter((interval) => interval.side === 'right').map(key));
  const left = new Set(intervals.filter((interval) => interval.side === 'left').map(key));
  return intervals
    .filter((interval) => interval.side === 'left' || !left.has(key(interval)))
    .map((interval) =>
      interval.side === 'left' && right.has(key(interval)) ? { ...interval, side: 'full' } : interval,
    );
}

/**
 * The day by which a layer covers `wanted` on its full width, when each stretch counts from `dayOf` on;
 * null while it does not.
 */
export function coveredOn(
  stretches: readonly Stretch[],
  wanted: Interval,
  dayOf: (stretch: Stretch) => Day | null,
): Day | null {
  const dated = stretches.flatMap((stretch) => {
    const day = dayOf(stretch);
    const touches = stretch.fromMetres <= wanted.toMetres && stretch.toMetres >= wanted.fromMetres;
    return day !== null && touches ? [{ stretch, day }] : [];
  });
  dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  for (let count = 1; count <= dated.length; count += 1) {
    const covered = fullWidth(dated.slice(0, count).map(({ stretch }) => stretch));
    if (covers(covered, wanted)) return dated[count - 1]!.day;
  }
  return null;
}
