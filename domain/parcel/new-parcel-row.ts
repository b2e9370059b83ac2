import { nearestOnLine, type Foot } from '../geometry/nearest-on-line.ts';
import type { Line, MultiPolygon, Point } from '../geometry/shapes.ts';
import { landShares } from '../ledger/land-shares.ts';
import { boxOf, type Box } from '../ledger/near-pairs.ts';
import type { LandAccount } from '../park/schema.ts';
import type { Access, ParcelRow } from './schema.ts';

interface Land {
  readonly code: string;
  readonly polygons: MultiPolygon;
}

/** The plan a new parcel falls into, in millimetres of the park's grid. */
export interface PlannedLand {
  readonly planVersion: string;
  readonly phases: readonly Land[];
  readonly zones: readonly (Land & {
    readonly standard: string;
    readonly landUse: string;
    readonly account: LandAccount;
  })[];
  readonly roads: readonly { readonly code: string; readonly designWidthMetres: number; readonly centreline: Line }[];
}

export interface NewParcel extends Land {
  /** The parcels whose land it takes. */
  readonly from: readonly (ParcelRow & Land)[];
}

/** What is missing on the plan for the land to be a parcel. */
export type MissingPlan = 'no-phase' | 'no-land-use' | 'no-road';

/** Along the frontage nothing lies farther from the road than the nearest corner by more than this. */
const frontageMillimetres = 10_000;

/**
 * The row of a parcel that comes onto the map: as the parcel it takes most of its land from, else as the plan says of the
 * phase and the zone it mostly lies in. It opens to the road that parcel opens to, else to the nearest one, along the
 * stretch its boundary runs beside. It is not registered yet.
 */
export function newParcelRow(land: NewParcel, plan: PlannedLand): ParcelRow | { readonly missing: MissingPlan } {
  const parent = largestOf(land, land.from);
  const zones = plan.zones.filter(({ account }) => account === 'parcel');
  const zone = parent ?? largestOf(land, zones);
  const phase = parent?.phase ?? largestOf(land, plan.phases)?.code;
  if (phase === undefined) return { missing: 'no-phase' };
  if (!zone) return { missing: 'no-land-use' };
  const roads = plan.roads.filter(({ code }) => code === parent?.access.road);
  const access = accessOf(land.polygons, roads.length > 0 ? roads : plan.roads);
  if (!access) return { missing: 'no-road' };
  return {
    code: land.code,
    planVersion: plan.planVersion,
    standard: zone.standard,
    landUse: zone.landUse,
    phase,
    farMin: parent?.farMin ?? null,
    farMax: parent?.farMax ?? null,
    coverageMinPercent: parent?.coverageMinPercent ?? null,
    greenMaxPercent: parent?.greenMaxPercent ?? null,
    heightMaxMetres: parent?.heightMaxMetres ?? null,
    registeredSquareMetres: null,
    access,
  };
}

function largestOf<Other extends Land>(land: Land, others: readonly Other[]): Other | undefined {
  const [largest] = landShares([land], others).get(land.code) ?? [];
  return others.find(({ code }) => code === largest?.code);
}

function accessOf(polygons: MultiPolygon, roads: PlannedLand['roads']): Access | null {
  const places = polygons.flatMap(([outer]) => (outer ? placesAlong(outer) : []));
  const front = nearestFront(places, roads);
  if (!front) return null;
  const along = front.feet.filter(
    ({ distanceMillimetres }) => distanceMillimetres <= front.nearest + frontageMillimetres,
  );
  const metres = along.map(({ alongMillimetres }) => Math.round(alongMillimetres) / 1000);
  const closest = along.reduce((a, b) => (b.distanceMillimetres < a.distanceMillimetres ? b : a));
  return {
    road: front.road.code,
    fromMetres: Math.min(...metres),
    toMetres: Math.max(...metres),
    side: closest.turn < 0 ? 'right' : 'left',
  };
}

type Road = PlannedLand['roads'][number];

/** The first of the roads whose edge is nearest; most are too far to be measured, by the box of their line. */
function nearestFront(places: readonly Point[], roads: readonly Road[]) {
  const land = boxOf([[places]]);
  let best: { road: Road; feet: Foot[]; nearest: number; fromEdge: number } | null = null;
  const byBox = roads.map((road, order) => {
    const atLeast = apart(land, boxOf([[road.centreline]])) - road.designWidthMetres * 500;
    return { road, order, atLeast };
  });
  for (const { road, atLeast } of byBox.sort((a, b) => a.atLeast - b.atLeast || a.order - b.order)) {
    if (best && atLeast > best.fromEdge) break;
    const feet = places.map((place) => nearestOnLine(road.centreline, place));
    const nearest = Math.min(Infinity, ...feet.map(({ distanceMillimetres }) => distanceMillimetres));
    const fromEdge = nearest - road.designWidthMetres * 500;
    const isFirst = best !== null && fromEdge === best.fromEdge && roads.indexOf(road) < roads.indexOf(best.road);
    if (nearest < Infinity && (!best || fromEdge < best.fromEdge || isFirst)) best = { road, feet, nearest, fromEdge };
  }
  return best;
}

function apart(a: Box, b: Box): number {
  const east = Math.max(0, a.west - b.east, b.west - a.east);
  const north = Math.max(0, a.south - b.north, b.south - a.north);
  return Math.hypot(east, north);
}

/** The corners of a ring and the middles of its edges. */
function placesAlong(ring: readonly Point[]): Point[] {
  return ring.flatMap((corner, at): Point[] => {
    const next = ring[(at + 1) % ring.length]!;
    return [corner, [(corner[0] + next[0]) / 2, (corner[1] + next[1]) / 2]];
  });
}
