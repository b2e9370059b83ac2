import { twiceAreaSquareMillimetres } from '../../geometry/area.ts';
import { insertCorners, reachOfEdgeMillimetres } from '../../geometry/cut/insert-corners.ts';
import type { MultiPolygon, Point } from '../../geometry/shapes.ts';
import { LandComparer, landOf } from '../check/between/compared-land.ts';
import { boxIndexOf } from '../check/meeting-boxes.ts';
import { isGivingWay, type ImportLand } from './import-land.ts';
import type { FeatureLand, ParcelLand } from './measured-land.ts';
import { compareText, type ImportProposal, type Joint, type PresentParcel } from './proposal.ts';

const featuresPerStep = 1000;

export interface JoinedLand extends ImportLand {
  /** By feature; null where nothing is lacking. */
  readonly joints: readonly (Joint | null)[];
}

/**
 * A parcel is divided where its boundary is, also where that is a neighbour's: on a long edge the new corner misses the
 * neighbour by a part of a millimetre. Changed features get the corners that staying parcels have on their edges, and it
 * is said which corners those parcels get; land in common is measured anew. Yields features done.
 */
export function* joinNeighbours(land: ImportLand): Generator<number, JoinedLand> {
  const { parcels, matching } = land;
  const staying = [...parcels.keys()].filter((parcel) => !isGivingWay(land, parcel));
  const index = boxIndexOf(staying.map((parcel) => parcels[parcel]!.land.box));
  const comparer = new LandComparer();
  const joints: (Joint | null)[] = [];
  const features = [...land.features];
  const ofFeature = [...land.ofFeature];
  const found: number[] = [];
  for (const [at, feature] of land.features.entries()) {
    if (at % featuresPerStep === 0) yield at;
    joints.push(null);
    if (!feature.land || feature.isUnsound || matching.isSame(at)) continue;
    const { west, south, east, north } = feature.land.box;
    const reach = reachOfEdgeMillimetres;
    const near = index.search(west - reach, south - reach, east + reach, north + reach, found);
    const beside = near.map((place) => parcels[staying[place]!]!).sort((a, b) => compareText(a.code, b.code));
    const completed = { ...feature, ...withCorners(feature.polygons, beside.flatMap(cornersOf)) };
    const neighbours = beside.flatMap((parcel) => lacking(parcel, completed));
    const ownCorners = cornersOf(completed).length - cornersOf(feature).length;
    if (ownCorners === 0 && neighbours.length === 0) continue;
    joints[at] = { polygons: completed.polygons, ownCorners, neighbours };
    features[at] = completed;
    const changed = new Map(
      neighbours.map(({ parcel, polygons }) => [parcel, landOf(polygons, twiceAreaSquareMillimetres(polygons))]),
    );
    ofFeature[at] = land.ofFeature[at]!.flatMap((common) => {
      const { code, land: before } = parcels[common.parcel]!;
      const twice = comparer.twiceAreaInCommon(completed.land!, changed.get(code) ?? before);
      return twice === 0 ? [] : [{ ...common, twiceSquareMillimetres: twice ?? common.twiceSquareMillimetres }];
    });
  }
  return { ...land, features, ofFeature, joints };
}

/** The parcels that stay, with the corners that the chosen features give them. */
export function joinedNeighbours(
  { joints }: ImportProposal,
  present: readonly PresentParcel[],
  isChosen: (feature: number) => boolean,
): PresentParcel[] {
  const corners = new Map<string, Point[]>();
  for (const [feature, { neighbours }] of joints) {
    if (!isChosen(feature)) continue;
    for (const { parcel, corners: more } of neighbours) corners.set(parcel, [...(corners.get(parcel) ?? []), ...more]);
  }
  if (corners.size === 0) return [];
  return present.flatMap(({ code, polygons }) => {
    const more = corners.get(code);
    return more ? [{ code, polygons: insertCorners(polygons, more) }] : [];
  });
}

function withCorners(before: MultiPolygon, corners: readonly Point[]) {
  const polygons = insertCorners(before, corners);
  return polygons === before ? {} : { polygons, land: landOf(polygons, twiceAreaSquareMillimetres(polygons)) };
}

function lacking(parcel: ParcelLand, feature: FeatureLand) {
  const polygons = insertCorners(parcel.polygons, cornersOf(feature));
  if (polygons === parcel.polygons) return [];
  const had = new Set(cornersOf(parcel).map(String));
  const corners = cornersOf({ polygons }).filter((corner) => !had.has(String(corner)));
  return [{ parcel: parcel.code, polygons, corners }];
}

function cornersOf({ polygons }: { readonly polygons: MultiPolygon }): Point[] {
  return polygons.flat(2) as Point[];
}
