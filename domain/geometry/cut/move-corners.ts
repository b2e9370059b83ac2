import { signedTwiceArea } from '../area.ts';
import { containsPoint } from '../contains-point.ts';
import { overlayArea } from '../overlay/overlay-area.ts';
import { prepareOverlay } from '../overlay/prepare-overlay.ts';
import type { MultiPolygon, Point } from '../shapes.ts';
import { directedEdges } from './cut-along.ts';
import { findMeeting, isSamePoint, type Edge } from './edges-meet.ts';
import { refuseSplit, type SplitRefusal } from './refuse-split.ts';

/**
 * Moves a corner (millimetres) in all the lands that have it; the others come back as they are. Refuses with
 * corner.unknown, corner.unmoved, corner.self-crossing, corner.no-area, corner.turned, corner.overlap and the number of
 * the land from 1.
 */
export function moveCorner(lands: readonly MultiPolygon[], corner: Point, to: Point): MultiPolygon[] | SplitRefusal {
  return moveCorners(lands, [[corner, to]]);
}

/** Moves both corners of an edge by whole millimetres; refuses as `moveCorner` does. */
export function moveEdge(
  lands: readonly MultiPolygon[],
  [from, to]: Edge,
  [east, north]: readonly [eastMillimetres: number, northMillimetres: number],
): MultiPolygon[] | SplitRefusal {
  return moveCorners(
    lands,
    [from, to].map((corner) => [corner, [corner[0] + east, corner[1] + north]]),
  );
}

function moveCorners(lands: readonly MultiPolygon[], moves: readonly Edge[]): MultiPolygon[] | SplitRefusal {
  if (moves.every(([from, to]) => isSamePoint(from, to))) return refuseSplit('corner.unmoved');
  const known = new Set(lands.flat(3).map(String));
  const missing = moves.find(([from]) => !known.has(String(from)));
  if (missing) {
    return refuseSplit('corner.unknown', { eastMillimetres: missing[0][0], northMillimetres: missing[0][1] });
  }
  const targets = new Map(moves.map(([from, to]) => [String(from), to]));
  const after = lands.map((land) => moved(land, targets));
  for (const [index, land] of after.entries()) {
    const code = land === lands[index] ? null : defectOf(lands[index]!, land);
    if (code) return refuseSplit(code, { land: index + 1 });
  }
  return findNewOverlap(lands, after) ?? after;
}

/** The land with its corners where they are now; the same land when it has none of them. */
function moved(land: MultiPolygon, targets: ReadonlyMap<string, Point>): MultiPolygon {
  if (!land.some((polygon) => polygon.some((ring) => ring.some((corner) => targets.has(String(corner)))))) return land;
  return land.map((polygon) => polygon.map((ring) => ring.map((corner) => targets.get(String(corner)) ?? corner)));
}

function defectOf(before: MultiPolygon, after: MultiPolygon): SplitRefusal['refusal'] | null {
  const [rings, ringsBefore] = [after.flat(), before.flat()];
  if (rings.some((ring) => signedTwiceArea(ring) === 0)) return 'corner.no-area';
  if (rings.some((ring) => new Set(ring.map(String)).size < ring.length)) return 'corner.self-crossing';
  if (findMeeting(directedEdges(after).map(({ from, to }): Edge => [from, to]))) return 'corner.self-crossing';
  const isTurned = rings.some((ring, index) => signedTwiceArea(ring) > 0 !== signedTwiceArea(ringsBefore[index]!) > 0);
  if (isTurned) return 'corner.turned';
  const isOut = after.some(([outer, ...holes]) => holes.some((hole) => !containsPoint([[outer!]], hole[0]!)));
  return isOut ? 'corner.self-crossing' : null;
}

function findNewOverlap(before: readonly MultiPolygon[], after: readonly MultiPolygon[]): SplitRefusal | null {
  for (const [index, land] of after.entries()) {
    if (land === before[index]) continue;
    const prepared = prepareOverlay(land);
    for (const [other, neighbour] of after.entries()) {
      if (other === index) continue;
      const twice = overlayArea(prepared, neighbour);
      if (twice <= 0 || twice <= overlayArea(prepareOverlay(before[index]!), before[other]!)) continue;
      return refuseSplit('corner.overlap', { land: index + 1, other: other + 1, squareMetres: twice / 2e6 });
    }
  }
  return null;
}
