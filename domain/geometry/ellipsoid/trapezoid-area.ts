import { eccentricitySquared, flattening, semiMajorMetres } from './authalic-block.ts';
import { gaussInverseSeconds } from './gauss-inverse.ts';
import type { GridDefinition } from '../grid.ts';
import { roundHalfUp } from '../round-half-up.ts';
import type { MultiPolygon, Point, Ring } from '../shapes.ts';

type Origin = Pick<GridDefinition, 'originEast' | 'originNorth'>;

const longestEdgeMetres = 70;
const falseEastingMetres = 500_000;
const semiMinorMetres = semiMajorMetres * (1 - flattening);
const radiansPerSecond = Math.PI / 648_000;

/** A to E of the formula: 国土调查办发〔2008〕32号, from e² of the ellipsoid. */
const e2 = eccentricitySquared;
const series = [
  1 + (3 / 6) * e2 + (30 / 80) * e2 ** 2 + (35 / 112) * e2 ** 3 + (630 / 2304) * e2 ** 4,
  -((1 / 6) * e2 + (15 / 80) * e2 ** 2 + (21 / 112) * e2 ** 3 + (420 / 2304) * e2 ** 4),
  (3 / 80) * e2 ** 2 + (7 / 112) * e2 ** 3 + (180 / 2304) * e2 ** 4,
  -((1 / 112) * e2 ** 3 + (45 / 2304) * e2 ** 4),
  (5 / 2304) * e2 ** 4,
];

/** Latitude, and longitude from the central meridian, in seconds with six decimals. */
type Seconds = readonly [latitude: number, longitude: number];

/**
 * Ellipsoid area in square metres, to 0.01 m² half-up, by the formula and the steps of the national land survey:
 * plane coordinates to 0.1 mm, edges longer than 70 m split into equal parts, latitudes and longitudes to 0.000001″,
 * signed trapezoids down to the equator. Outer rings minus holes; points are millimetres from the park's origin.
 */
export function trapezoidAreaSquareMetres(polygons: MultiPolygon, origin: Origin): number {
  let area = 0;
  for (const polygon of polygons) {
    polygon.forEach((ring, index) => {
      const inside = Math.abs(signedTrapezoids(secondsOf(ring, origin)));
      area += index === 0 ? inside : -inside;
    });
  }
  return roundHalfUp(area, 2);
}

function secondsOf(ring: Ring, origin: Origin): Seconds[] {
  return ring.flatMap((from, index) => {
    const to = ring[(index + 1) % ring.length]!;
    return pointsOfEdge(inMetres(from, origin), inMetres(to, origin)).map(([east, north]): Seconds => {
      const [latitude, longitude] = gaussInverseSeconds(north, east - falseEastingMetres);
      return [roundHalfUp(latitude, 6), roundHalfUp(longitude, 6)];
    });
  });
}

function inMetres([east, north]: Point, origin: Origin): Point {
  return [roundHalfUp(origin.originEast + east / 1000, 4), roundHalfUp(origin.originNorth + north / 1000, 4)];
}

/** The first corner of an edge and the points that split it, in metres. */
function pointsOfEdge(from: Point, to: Point): Point[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const parts = length > longestEdgeMetres ? Math.floor(length / longestEdgeMetres) + 1 : 1;
  const between = (axis: 0 | 1, part: number) => roundHalfUp(from[axis] + ((to[axis] - from[axis]) * part) / parts, 6);
  return Array.from({ length: parts }, (_, part) => (part === 0 ? from : [between(0, part), between(1, part)]));
}

function signedTrapezoids(ring: readonly Seconds[]): number {
  const [, reference] = ring[0] ?? [0, 0];
  let area = 0;
  ring.forEach(([latitude, longitude], index) => {
    const [nextLatitude, nextLongitude] = ring[(index + 1) % ring.length]!;
    const width = ((longitude - reference + (nextLongitude - reference)) / 2) * radiansPerSecond;
    const half = ((nextLatitude - latitude) / 2) * radiansPerSecond;
    const middle = ((nextLatitude + latitude) / 2) * radiansPerSecond;
    const sum = series.reduce((total, factor, term) => {
      const odd = 2 * term + 1;
      return total + factor * Math.sin(odd * half) * Math.cos(odd * middle);
    }, 0);
    area += 2 * semiMinorMetres ** 2 * width * sum;
  });
  return area;
}
