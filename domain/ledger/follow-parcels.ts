import { twiceAreaSquareMillimetres } from '../geometry/area.ts';
import { insertCorners, reachOfEdgeMillimetres } from '../geometry/cut/insert-corners.ts';
import type { MultiPolygon, Point } from '../geometry/shapes.ts';
import type { LandPart, LedgerInput } from './land-parts.ts';
import { boxesMeet, boxOf, type Box } from './near-pairs.ts';

/**
 * The land of a plan as parcels that were divided later bound it: other land, phases and the outline get the corners that
 * parcels have within a millimetre of their edges. The plan was drawn before, and a corner on one of its edges cannot lie
 * on it exactly. The same input where nothing follows.
 */
export function followParcels(input: LedgerInput): LedgerInput {
  const parcels = input.parts
    .filter(({ kind }) => kind === 'parcel')
    .map(({ polygons }) => ({ polygons, box: boxOf(polygons) }));
  const followed = (polygons: MultiPolygon) => insertCorners(polygons, cornersNear(boxOf(polygons), parcels));
  const parts = input.parts.map((part) =>
    part.kind === 'parcel' ? part : withBoundary(part, followed(part.polygons)),
  );
  const phases = input.phases.map(({ code, polygons }) => ({ code, polygons: followed(polygons) }));
  const outline = followed(input.outline);
  const isSame =
    outline === input.outline &&
    parts.every((part, at) => part === input.parts[at]) &&
    phases.every(({ polygons }, at) => polygons === input.phases[at]!.polygons);
  return isSame ? input : { ...input, outline, phases, parts };
}

function withBoundary(part: LandPart, polygons: MultiPolygon): LandPart {
  if (polygons === part.polygons) return part;
  return { ...part, polygons, twiceAreaSquareMillimetres: twiceAreaSquareMillimetres(polygons) };
}

function cornersNear(box: Box, parcels: readonly { polygons: MultiPolygon; box: Box }[]): Point[] {
  return parcels
    .filter((parcel) => boxesMeet(box, parcel.box, reachOfEdgeMillimetres))
    .flatMap(({ polygons }) => polygons.flat(2) as Point[]);
}
