import type { GridDefinition, ParkGrid } from '../../geometry/grid.ts';
import type { NumberGroup } from './group-numbers.ts';
import { isPlacingRefusal, makePlacer } from './make-placer.ts';
import { degreeSystem, needsShift, planeSystem, type CoordinateSystem } from './systems.ts';

export type BoxMillimetres = readonly [minEast: number, minNorth: number, maxEast: number, maxNorth: number];

export interface Location {
  readonly distanceMetres: number;
  readonly outlineDegrees: readonly (readonly [number, number])[];
}

/**
 * Where the box of some numbers comes to lie in a system, and how far from the park's box; null when it has no place.
 * Numbers of a datum without a known shift are taken as CGCS2000: good to about 100 m, enough to choose a zone by.
 */
export function locateBox(
  group: NumberGroup,
  system: CoordinateSystem,
  droppedPrefix: number | null,
  park: GridDefinition & { readonly outlineBox: BoxMillimetres },
  grid: ParkGrid,
): Location | null {
  const placing = { system: bareSystem(system).epsg, isSwapped: false, droppedPrefix, transformation: null };
  const place = makePlacer(placing, park);
  if (isPlacingRefusal(place)) return null;
  const { minEast, maxEast, minNorth, maxNorth } = group;
  const corners = [
    place(minEast, minNorth),
    place(maxEast, minNorth),
    place(maxEast, maxNorth),
    place(minEast, maxNorth),
  ].flatMap((corner) => (typeof corner === 'string' ? [] : [corner]));
  if (corners.length < 4) return null;
  const east = corners.map((corner) => corner[0]);
  const north = corners.map((corner) => corner[1]);
  const [parkMinEast, parkMinNorth, parkMaxEast, parkMaxNorth] = park.outlineBox;
  const apartEast = Math.max(0, parkMinEast - Math.max(...east), Math.min(...east) - parkMaxEast);
  const apartNorth = Math.max(0, parkMinNorth - Math.max(...north), Math.min(...north) - parkMaxNorth);
  return {
    distanceMetres: Math.hypot(apartEast, apartNorth) / 1000,
    outlineDegrees: corners.map((corner) => grid.toDegrees(corner)),
  };
}

function bareSystem(system: CoordinateSystem): CoordinateSystem {
  if (!needsShift(system.datum)) return system;
  if (system.kind !== 'plane') return degreeSystem('cgcs2000');
  return planeSystem('cgcs2000', system.bandDegrees, system.zone, system.hasPrefix) ?? system;
}
