import { twiceAreaSquareMillimetres } from '../../geometry/area.ts';
import { insertCorners, reachOfEdgeMillimetres } from '../../geometry/cut/insert-corners.ts';
import type { MultiPolygon, Point } from '../../geometry/shapes.ts';
import { boxOf, type Box } from '../../ledger/near-pairs.ts';
import { LandComparer, landOf } from '../check/between/compared-land.ts';
import { boxIndexOf } from '../check/meeting-boxes.ts';
import { isGivingWay, type ImportLand } from './import-land.ts';
import { compareText, type PresentParcel } from './proposal.ts';

const featuresPerStep = 1000;

/** What land that is taken over and land that stays beside it must share, or a splinter lies between them. */
export interface Joint {
  /** How many corners of parcels that stay the boundary is given. */
  readonly ownCorners: number;
  /** Codes of parcels that stay and get a corner of it. */
  readonly joins: readonly string[];
}

export interface JoinedLand extends ImportLand {
  /** By feature; null where nothing is lacking. */
  readonly joints: readonly (Joint | null)[];
}

/**
 * A parcel is divided where its boundary is, also where that is a neighbour's: on a long edge the new corner misses the
 * neighbour by a part of a millimetre. Changed features get the corners that staying parcels have on their edges, those
 * parcels get theirs, and land in common is measured anew. Yields features done.
 */
export function* joinNeighbours(land: ImportLand): Generator<number, JoinedLand> {
  const { parcels, matching } = land;
  const beside = neighbourhood(parcels.filter((_, parcel) => !isGivingWay(land, parcel)));
  const comparer = new LandComparer();
  const joints: (Joint | null)[] = [];
  const features = [...land.features];
  const ofFeature = [...land.ofFeature];
  for (const [at, feature] of land.features.entries()) {
    if (at % featuresPerStep === 0) yield at;
    joints.push(null);
    if (!feature.land || feature.isUnsound || matching.isSame(at)) continue;
    const near = beside(feature.land.box);
    if (near.length === 0) continue;
    const { polygons, neighbours } = join(feature.polygons, near);
    const ownCorners = cornersOf(polygons).length - cornersOf(feature.polygons).length;
    if (ownCorners === 0 && neighbours.length === 0) continue;
    joints[at] = { ownCorners, joins: neighbours.map(({ code }) => code) };
    const own = landOf(polygons, twiceAreaSquareMillimetres(polygons));
    features[at] = { ...feature, polygons, land: own };
    const joined = new Map(
      neighbours.map((one) => [one.code, landOf(one.polygons, twiceAreaSquareMillimetres(one.polygons))]),
    );
    ofFeature[at] = land.ofFeature[at]!.flatMap((common) => {
      const { code, land: before } = parcels[common.parcel]!;
      const twice = comparer.twiceAreaInCommon(own, joined.get(code) ?? before);
      return twice === 0 ? [] : [{ ...common, twiceSquareMillimetres: twice ?? common.twiceSquareMillimetres }];
    });
  }
  return { ...land, features, ofFeature, joints };
}

/**
 * The boundaries taken over, in their order, with the corners of parcels that stay, and those parcels that get corners of
 * theirs. `staying`: whatever parcels stay, by a person's choice too.
 */
export function joinChosen(
  taken: readonly MultiPolygon[],
  staying: readonly PresentParcel[],
): { readonly taken: readonly MultiPolygon[]; readonly neighbours: readonly PresentParcel[] } {
  const beside = neighbourhood(staying);
  const lacking = new Map<string, Point[]>();
  const joined = taken.map((boundary) => {
    const { polygons, neighbours } = join(boundary, beside(boxOf(boundary)));
    for (const { code } of neighbours) {
      const known = lacking.get(code);
      if (known) known.push(...cornersOf(polygons));
      else lacking.set(code, cornersOf(polygons));
    }
    return polygons;
  });
  const neighbours = staying.flatMap(({ code, polygons }) => {
    const corners = lacking.get(code);
    return corners ? [{ code, polygons: insertCorners(polygons, corners) }] : [];
  });
  return { taken: joined, neighbours };
}

/** Land with the corners of what lies beside it, and of that what lacks corners of the land, completed. */
function join(before: MultiPolygon, beside: readonly PresentParcel[]) {
  const polygons = insertCorners(
    before,
    beside.flatMap((parcel) => cornersOf(parcel.polygons)),
  );
  const neighbours = beside.flatMap((parcel) => {
    const completed = insertCorners(parcel.polygons, cornersOf(polygons));
    return completed === parcel.polygons ? [] : [{ code: parcel.code, polygons: completed }];
  });
  return { polygons, neighbours };
}

/** Finds the parcels whose box a box comes as near as a corner may lie from its edge. */
function neighbourhood(parcels: readonly PresentParcel[]): (box: Box) => PresentParcel[] {
  const index = boxIndexOf(parcels.map(({ polygons }) => boxOf(polygons)));
  const found: number[] = [];
  const reach = reachOfEdgeMillimetres;
  return ({ west, south, east, north }) =>
    index
      .search(west - reach, south - reach, east + reach, north + reach, found)
      .map((place) => parcels[place]!)
      .sort((a, b) => compareText(a.code, b.code));
}

function cornersOf(polygons: MultiPolygon): Point[] {
  return polygons.flat(2) as Point[];
}
