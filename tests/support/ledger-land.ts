import { twiceAreaSquareMillimetres } from '../../domain/geometry/area.ts';
import type { MultiPolygon } from '../../domain/geometry/shapes.ts';
import type { LandPart } from '../../domain/ledger/land-parts.ts';

/** A rectangle in metres as land in millimetres. */
export function rectangle(west: number, south: number, east: number, north: number): MultiPolygon {
  return land([west, south], [east, south], [east, north], [west, north]);
}

/** A ring of corners in metres as land in millimetres. */
export function land(...corners: readonly (readonly [number, number])[]): MultiPolygon {
  return [[corners.map(([x, y]) => [Math.round(x * 1000), Math.round(y * 1000)] as const)]];
}

/** A part of the ledger: codes that begin with R are roads, all others are parcels. */
export function landPart(code: string, polygons: MultiPolygon, phase: string | null = '1'): LandPart {
  const isRoad = code.startsWith('R');
  return {
    kind: isRoad ? 'zone' : 'parcel',
    code,
    column: isRoad ? 'roads' : 'parcels',
    phase,
    polygons,
    twiceAreaSquareMillimetres: twiceAreaSquareMillimetres(polygons),
  };
}
