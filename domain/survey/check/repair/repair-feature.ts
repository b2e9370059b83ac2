import type { MultiPolygon, Point, Polygon, Ring } from '../../../geometry/shapes.ts';
import type { RefusedRepair } from './apply-repairs.ts';
import { editRing } from './edit-ring.ts';
import { fingerprintOf, type Repair } from './repair.ts';
import { splitRing } from './split-ring.ts';

interface RepairedShape {
  readonly polygons: MultiPolygon;
  readonly applied: readonly Repair[];
  readonly refused: readonly RefusedRepair[];
}

/** The shape of one feature with the repairs that fit it. Order: whole parts and rings, corners, direction, splits. */
export function repairFeature(polygons: MultiPolygon, repairs: readonly Repair[]): RepairedShape {
  const state: State = { applied: [], refused: [] };
  const parts: Polygon[] = [];
  polygons.forEach((polygon, part) => {
    const ofPart = repairs.filter((repair) => repair.part === part);
    parts.push(...repairPart(polygon, ofPart, polygons.length - parts.length > 1 || parts.length > 0, state));
  });
  const lost = repairs.filter(({ part }) => !polygons[part]);
  return { polygons: parts, applied: state.applied, refused: [...state.refused, ...refusals(lost, 'stale')] };
}

interface State {
  readonly applied: Repair[];
  readonly refused: RefusedRepair[];
}

function repairPart(polygon: Polygon, repairs: readonly Repair[], hasOthers: boolean, state: State): Polygon[] {
  const drop = repairs.find(({ kind }) => kind === 'drop-part');
  if (drop && hasOthers && isThere(polygon[0], drop)) {
    settle(state, drop, repairs);
    return [];
  }
  const kept: Ring[] = [];
  const added: Polygon[] = [];
  polygon.forEach((ring, number) => {
    const ofRing = repairs.filter((repair) => repair.ring === number && repair.kind !== 'drop-part');
    const whole = number > 0 ? ofRing.find(({ kind }) => kind === 'drop-ring' || kind === 'hole-to-part') : undefined;
    if (whole && isThere(ring, whole)) {
      settle(state, whole, ofRing);
      if (whole.kind === 'hole-to-part') added.push([ring]);
      return;
    }
    kept.push(repairRing(ring, ofRing, state));
  });
  const unused = repairs.filter(({ kind, ring }) => kind === 'drop-part' || !polygon[ring]);
  state.refused.push(...refusals(unused, 'stale'));
  const splits = repairs.filter(({ kind, ring }) => kind === 'split-ring' && ring < kept.length);
  if (splits.length === 0) return [kept, ...added];
  if (kept.length < polygon.length) {
    state.refused.push(...refusals(splits, 'conflict'));
    return [kept, ...added];
  }
  return [...splitPart(kept, splits, state), ...added];
}

function repairRing(ring: Ring, repairs: readonly Repair[], state: State): Ring {
  const edited = editRing(ring, repairs);
  state.applied.push(...edited.applied);
  state.refused.push(...edited.refused);
  const reverse = repairs.filter((repair) => repair.kind === 'reverse-ring');
  const [first] = reverse;
  state.refused.push(...refusals(reverse.slice(1), 'conflict'));
  const misplaced = repairs.filter(({ kind }) => kind === 'drop-ring' || kind === 'hole-to-part');
  state.refused.push(...refusals(misplaced, 'stale'));
  if (!first) return edited.ring;
  if (!isThere(ring, first)) {
    state.refused.push(...refusals([first], 'stale'));
    return edited.ring;
  }
  state.applied.push(first);
  return [...edited.ring].reverse();
}

function splitPart(rings: readonly Ring[], splits: readonly Repair[], state: State): Polygon[] {
  let parts: Polygon[] = [rings];
  for (const number of rings.keys()) {
    const points: Point[] = [];
    for (const repair of splits) {
      if (repair.kind !== 'split-ring' || repair.ring !== number) continue;
      points.push(repair.point);
    }
    if (points.length === 0) continue;
    const split = number === 0 || parts.length === 1 ? splitRing(parts, rings[number]!, points) : null;
    const ofRing = splits.filter(({ ring }) => ring === number);
    if (split) state.applied.push(...ofRing);
    else state.refused.push(...refusals(ofRing, 'stale'));
    parts = split ?? parts;
  }
  return parts;
}

function isThere(ring: Ring | undefined, repair: Repair): boolean {
  return ring !== undefined && 'fingerprint' in repair && fingerprintOf(ring) === repair.fingerprint;
}

function settle(state: State, done: Repair, all: readonly Repair[]): void {
  state.applied.push(done);
  state.refused.push(
    ...refusals(
      all.filter((repair) => repair !== done),
      'conflict',
    ),
  );
}

function refusals(repairs: readonly Repair[], reason: RefusedRepair['reason']): RefusedRepair[] {
  return repairs.map((repair) => ({ repair, reason }));
}
