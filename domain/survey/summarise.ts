import { squareMetres, twiceAreaSquareMillimetres } from '../geometry/area.ts';
import { gridEllipsoidAreaSquareMetres } from '../geometry/ellipsoid/grid-ellipsoid-area.ts';
import { toTenDecimals, type ParkGrid } from '../geometry/grid.ts';
import type { Point } from '../geometry/shapes.ts';
import type { FilePlace } from './survey-file.ts';
import type { PlacedFeature, PlacedShape } from './system/place-file.ts';

/** What a person wants to know of one record of a survey file before looking at its corners. */
export interface FeatureSummary {
  readonly layer: string;
  readonly at: FilePlace;
  readonly code: string | null;
  readonly name: string | null;
  /** Null for a record without a place. */
  readonly kind: PlacedShape['type'] | null;
  readonly parts: number;
  readonly holes: number;
  readonly corners: number;
  /** Legal area on the plane of the park's grid, exact; null unless it is land. */
  readonly planeSquareMetres: number | null;
  /** Area on the CGCS2000 ellipsoid of the same land. */
  readonly ellipsoidSquareMetres: number | null;
  /** West, south, east, north in degrees. */
  readonly boundsDegrees: readonly [number, number, number, number] | null;
}

/** A placed record in figures: parts, holes, corners, both areas and its bounds in degrees. */
export function summarise({ layer, feature, shape }: PlacedFeature, grid: ParkGrid): FeatureSummary {
  const { at, code, name } = feature;
  const isLand = shape?.type === 'area';
  const points = shape ? pointsOf(shape) : [];
  return {
    layer,
    at,
    code,
    name,
    kind: shape?.type ?? null,
    parts: partsOf(shape),
    holes: isLand ? shape.polygons.reduce((sum, polygon) => sum + polygon.length - 1, 0) : 0,
    corners: points.length,
    planeSquareMetres: isLand ? squareMetres(twiceAreaSquareMillimetres(shape.polygons)) : null,
    ellipsoidSquareMetres: isLand ? gridEllipsoidAreaSquareMetres(shape.polygons, grid) : null,
    boundsDegrees: boundsOf(points, grid),
  };
}

function partsOf(shape: PlacedShape | null): number {
  if (!shape) return 0;
  return shape.type === 'area'
    ? shape.polygons.length
    : shape.type === 'line'
      ? shape.lines.length
      : shape.points.length;
}

function pointsOf(shape: PlacedShape): readonly Point[] {
  switch (shape.type) {
    case 'area':
      return shape.polygons.flat(2) as Point[];
    case 'line':
      return shape.lines.flat();
    case 'points':
      return shape.points;
  }
}

function boundsOf(points: readonly Point[], grid: ParkGrid): FeatureSummary['boundsDegrees'] {
  if (points.length === 0) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    const [lon, lat] = grid.metresToDegrees(grid.originEast + x / 1000, grid.originNorth + y / 1000);
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [toTenDecimals(west), toTenDecimals(south), toTenDecimals(east), toTenDecimals(north)];
}
