import { containsPoint } from '../geometry/contains-point.ts';
import { distanceToMetres } from '../geometry/distance-to.ts';
import { nearestOnLine } from '../geometry/nearest-on-line.ts';
import type { GridGeometry, Line, MultiPolygon, Point } from '../geometry/shapes.ts';
import { boxesMeet, boxOf, type Box } from '../ledger/near-pairs.ts';

/** How near a work or a photo must be to belong to a spot. */
export const nearbyMetres = 50;

export interface Outlined {
  readonly code: string;
  readonly polygons: MultiPolygon;
  readonly box: Box;
}

export function outlined(code: string, polygons: MultiPolygon): Outlined {
  return { code, polygons, box: boxOf(polygons) };
}

/** All land of a park with its geometry in millimetres of the park's grid, of every plan version. */
export interface SpotLand {
  readonly planVersions: readonly Outlined[];
  readonly surveys: readonly Outlined[];
  readonly phases: readonly Outlined[];
  readonly zones: readonly (Outlined & { readonly planVersion: string })[];
  readonly parcels: readonly (Outlined & { readonly planVersion: string })[];
  readonly roads: readonly {
    readonly code: string;
    readonly designWidthMetres: number;
    readonly centreline: Line;
  }[];
  readonly works: readonly { readonly code: string; readonly shape: GridGeometry }[];
}

export interface RoadHere {
  readonly road: string;
  /** Measure of the centreline at the nearest place, rounded to a millimetre. */
  readonly chainageMetres: number;
  readonly offsetMetres: number;
  /** Seen along rising chainage; null on the centreline. */
  readonly side: 'left' | 'right' | null;
}

/** What a point lies in, by code. A point on a common border lies in both; works are the nearest first. */
export interface SpotFinds {
  /** Whether any plan version ever held the point. */
  readonly isInPark: boolean;
  readonly plans: readonly {
    readonly planVersion: string;
    readonly zones: readonly string[];
    readonly parcels: readonly string[];
  }[];
  readonly surveys: readonly string[];
  readonly phases: readonly string[];
  readonly parcels: readonly string[];
  /** Roads whose reserve (half the design width on either side) holds the point. */
  readonly roads: readonly RoadHere[];
  readonly works: readonly { readonly work: string; readonly distanceMetres: number }[];
}

/** Everything a point (millimetres of the park's grid) lies in now or ever lay in. */
export function spotAt(land: SpotLand, point: Point): SpotFinds {
  const here: Box = { west: point[0], east: point[0], south: point[1], north: point[1] };
  const holding = <Land extends Outlined>(lands: readonly Land[]): Land[] =>
    lands.filter(({ polygons, box }) => boxesMeet(box, here) && containsPoint(polygons, point));
  const versions = new Set(holding(land.planVersions).map(({ code }) => code));
  const [zones, parcels] = [holding(land.zones), holding(land.parcels)];
  return {
    isInPark: versions.size > 0,
    plans: land.planVersions.flatMap(({ code }) => {
      const ofPlan = ({ planVersion }: { readonly planVersion: string }) => planVersion === code;
      const plan = { planVersion: code, zones: codes(zones.filter(ofPlan)), parcels: codes(parcels.filter(ofPlan)) };
      return versions.has(code) || plan.zones.length + plan.parcels.length > 0 ? [plan] : [];
    }),
    surveys: codes(holding(land.surveys)),
    phases: codes(holding(land.phases)),
    parcels: codes(parcels),
    roads: land.roads.flatMap((road) => roadHere(road, point)),
    works: land.works
      .map(({ code, shape }) => ({ work: code, distanceMetres: distanceToMetres(shape, point) }))
      .filter(({ distanceMetres }) => distanceMetres <= nearbyMetres)
      .sort((a, b) => a.distanceMetres - b.distanceMetres || (a.work < b.work ? -1 : 1)),
  };
}

/** Each once: a parcel is there with every boundary it ever had. */
function codes(lands: readonly Outlined[]): string[] {
  return [...new Set(lands.map(({ code }) => code))];
}

function roadHere({ code, designWidthMetres, centreline }: SpotLand['roads'][number], point: Point): RoadHere[] {
  const foot = nearestOnLine(centreline, point);
  const offsetMetres = foot.distanceMillimetres / 1000;
  if (!(offsetMetres <= designWidthMetres / 2)) return [];
  const side = foot.turn === 0 ? null : foot.turn > 0 ? 'left' : 'right';
  return [{ road: code, chainageMetres: Math.round(foot.alongMillimetres) / 1000, offsetMetres, side }];
}
