import type { MultiPolygon } from '../geometry/shapes.ts';
import { landSharesOf } from '../ledger/land-shares.ts';
import type { LandAccount } from '../park/schema.ts';
import { roadFronts, type PlannedRoad, type RoadFronts } from './road-fronts.ts';
import type { ParcelRow } from './schema.ts';

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
  readonly roads: readonly PlannedRoad[];
}

export interface NewParcel extends Land {
  /** The parcels whose land it takes. */
  readonly from: readonly (ParcelRow & Land)[];
}

/** What is missing on the plan for the land to be a parcel. */
export type MissingPlan = 'no-phase' | 'no-land-use' | 'no-road';

/**
 * The row of a parcel that comes onto the map: as the parcel it takes most of its land from, else as the plan says of the
 * phase and the zone it mostly lies in. It opens to the road that parcel opens to, else to the nearest one, along the
 * stretch its boundary runs beside. It is not registered yet.
 */
export function newParcelRow(
  { code, polygons, from }: NewParcel,
  plan: PreparedPlan,
): ParcelRow | { readonly missing: MissingPlan } {
  const parent = from.length > 0 ? largestOf(from)(polygons) : undefined;
  const zone = parent ?? plan.zoneOf(polygons);
  const phase = parent?.phase ?? plan.phaseOf(polygons)?.code;
  if (phase === undefined) return { missing: 'no-phase' };
  if (!zone) return { missing: 'no-land-use' };
  const access = plan.roads.access(polygons, parent?.access.road);
  if (!access) return { missing: 'no-road' };
  return {
    code,
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

/** What is needed of a plan for one new parcel after the other. */
export interface PreparedPlan extends Pick<PlannedLand, 'planVersion'> {
  readonly phaseOf: (polygons: MultiPolygon) => Land | undefined;
  readonly zoneOf: (polygons: MultiPolygon) => PlannedLand['zones'][number] | undefined;
  readonly roads: RoadFronts;
}

export function preparePlan({ planVersion, phases, zones, roads }: PlannedLand): PreparedPlan {
  const forParcels = zones.filter(({ account }) => account === 'parcel');
  return { planVersion, phaseOf: largestOf(phases), zoneOf: largestOf(forParcels), roads: roadFronts(roads) };
}

function largestOf<Other extends Land>(others: readonly Other[]): (polygons: MultiPolygon) => Other | undefined {
  const sharesOf = landSharesOf(others);
  const byCode = new Map(others.toReversed().map((other) => [other.code, other]));
  return (polygons) => {
    const [largest] = sharesOf(polygons);
    return largest && byCode.get(largest.code);
  };
}
