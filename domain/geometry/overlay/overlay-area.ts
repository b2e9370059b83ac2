import { twiceAreaSquareMillimetres } from '../area.ts';
import { crossedArea } from './crossed-area.ts';
import { bandOf, prepareOverlay, type PreparedOverlay } from './prepare-overlay.ts';
import type { MultiPolygon } from '../shapes.ts';
import { windingOfLand } from './winding.ts';

/**
 * Twice the area in square millimetres that a parcel has in common with prepared land, both up to 20 km across. Exact
 * where no edges cross between corners, otherwise the exact value rounded once. Parts that overlap count twice.
 */
export function overlayArea(land: PreparedOverlay, parcel: MultiPolygon): number {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let part = 0; part < parcel.length; part += 1) {
    const outer = parcel[part]![0];
    if (outer === undefined) continue;
    for (let index = 0; index < outer.length; index += 1) {
      const x = outer[index]![0];
      const y = outer[index]![1];
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
  }
  if (!(west < land.east && east > land.west && south < land.north && north > land.south)) return 0;
  const near = edgesNear(land, west, south, east, north);
  if (near.length > 0) return crossedArea(land, near, parcel);
  const windings = windingOfLand(land, west, south);
  return windings === 0 ? 0 : windings * twiceAreaSquareMillimetres(parcel);
}

/** Twice the common area in square millimetres of every parcel with every piece of land: rows are parcels. */
export function overlayAreas(parcels: readonly MultiPolygon[], lands: readonly MultiPolygon[]): number[][] {
  const prepared = lands.map(prepareOverlay);
  return parcels.map((parcel) => prepared.map((land) => overlayArea(land, parcel)));
}

function edgesNear(land: PreparedOverlay, west: number, south: number, east: number, north: number): number[] {
  const { edges, lowestBand, bandStarts, bandEdges } = land;
  const near: number[] = [];
  const firstBand = bandOf(land, Math.max(south, land.south));
  const lastBand = bandOf(land, Math.min(north, land.north));
  for (let band = firstBand; band <= lastBand; band += 1) {
    const end = bandStarts[band + 1]!;
    for (let place = bandStarts[band]!; place < end; place += 1) {
      const edge = bandEdges[place]!;
      if (band > firstBand && lowestBand[edge]! < band) continue;
      const at = edge * 4;
      const x0 = edges[at]!;
      const x1 = edges[at + 2]!;
      if ((x0 < west && x1 < west) || (x0 > east && x1 > east)) continue;
      const y0 = edges[at + 1]!;
      const y1 = edges[at + 3]!;
      if ((y0 < south && y1 < south) || (y0 > north && y1 > north)) continue;
      near.push(at);
    }
  }
  return near;
}
