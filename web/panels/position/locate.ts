import type { Feature } from 'geojson';
import { distanceToMetres } from '../../../domain/geometry/distance-to.ts';
import { toGridGeometry } from '../../../domain/geometry/from-geojson.ts';
import { parkGrid, type GridDefinition } from '../../../domain/geometry/grid.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import { chainageAt, roundToAccuracy, type ChainageAt } from '../../../domain/road/chainage-at.ts';
import type { Fix } from '../../state/position/fix.ts';

export { roundToAccuracy };

/** How far a position lies outside an outline of the park; 0 inside it. */
export function metresOutside(park: GridDefinition, outline: Feature, { longitude, latitude }: Fix): number {
  const grid = parkGrid(park);
  return distanceToMetres(toGridGeometry(outline.geometry, grid), grid.toMillimetres([longitude, latitude]));
}

/** The chainage of a position on a road as it is drawn on the map. */
export function chainageOf(
  park: GridDefinition,
  road: { readonly code: string; readonly designWidthMetres: number },
  drawn: Feature,
  { longitude, latitude, accuracyMetres }: Fix,
): ChainageAt | Refusal {
  const grid = parkGrid(park);
  const geometry = toGridGeometry(drawn.geometry, grid);
  if (geometry.type !== 'Line') throw new TypeError(`road ${road.code} is not drawn as a line`);
  const { code, designWidthMetres } = road;
  const at = grid.toMillimetres([longitude, latitude]);
  return chainageAt({ code, designWidthMetres, centreline: geometry.line }, at, accuracyMetres);
}
