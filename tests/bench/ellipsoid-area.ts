import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, Position } from 'geojson';
import geographic from 'geographiclib-geodesic';
import { flattening, semiMajorMetres } from '../../domain/geometry/ellipsoid/authalic-block.ts';
import { ellipsoidAreaSquareMetres } from '../../domain/geometry/ellipsoid/ellipsoid-area.ts';
import type { Correctness, Workloads } from './workload.ts';

type Rings = readonly Position[][];
type Land = readonly [Rings];

interface Golden {
  readonly rings: Position[][];
  readonly areaSquareMetres: string;
}

const root = join(import.meta.dirname, '../..');
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const karney = new geographic.Geodesic.Geodesic(semiMajorMetres, flattening);

/** Ellipsoid area of the park's parcels and of rings of all sizes, against GeographicLib's own JavaScript. */
export const workloads: Workloads = async () => {
  const golden = read('tests/golden/ellipsoid-area/rings.json') as Golden[];
  const { features } = read('data/geo/jinling/parcels.geojson') as FeatureCollection;
  const parcels = features.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : []));
  const rings = [1, 10, 100, 1000, 10_000].flatMap((metres) =>
    Array.from({ length: 40 }, (_, index) => [star(index, 12, metres)]),
  );
  return [
    { ...workload(`ellipsoid area of the park's ${parcels.length} parcels`, parcels, golden), aims: [aim] },
    {
      ...workload(`ellipsoid area of ${rings.length} rings of 12 corners, 1 m to 10 km across`, rings, golden),
      aims: [],
    },
  ];
};

/** GeographicLib does every fifth polygon, so that its runs are short enough not to be interrupted. */
const stride = 5;
const aim = { kind: 'times', peer: 'geographiclib-geodesic', atLeast: 200 } as const;

function workload(name: string, polygons: readonly Rings[], golden: readonly Golden[]) {
  const lands = polygons.map((rings): Land => [rings]);
  const sample = lands.filter((_, index) => index % stride === 0);
  return {
    name,
    operation: 'corner',
    peers: [
      { name: 'yuantu', run: () => totalOfOurs(lands), operations: cornersOf(lands) },
      { name: 'geographiclib-geodesic', run: () => totalOfTheirs(sample), operations: cornersOf(sample) },
    ],
    check: () => [
      correctness('yuantu', ellipsoidAreaSquareMetres, golden, 1e-12),
      correctness('geographiclib-geodesic', theirs, golden.filter(isHundredMetres), 1e-8),
    ],
  };
}

/** GeographicLib sums areas down to the equator, so on smaller rings nothing of its 1e-4 m² would be left to compare. */
function isHundredMetres({ areaSquareMetres }: Golden): boolean {
  return Number(areaSquareMetres) >= 2000;
}

function cornersOf(lands: readonly Land[]): number {
  return lands.flat(2).reduce((sum, ring) => sum + ring.length - 1, 0);
}

/** Each peer has its own loop, so that the compiler sees one callee in it. */
function totalOfOurs(lands: readonly Land[]): number {
  let sum = 0;
  for (const land of lands) sum += ellipsoidAreaSquareMetres(land);
  return sum;
}

function totalOfTheirs(lands: readonly Land[]): number {
  let sum = 0;
  for (const land of lands) sum += theirs(land);
  return sum;
}

function theirs([rings]: Land): number {
  const areas = rings.map((ring) => {
    const polygon = karney.Polygon(false);
    const isClosed = ring[0]![0] === ring.at(-1)![0] && ring[0]![1] === ring.at(-1)![1];
    const corners = isClosed ? ring.length - 1 : ring.length;
    for (let index = 0; index < corners; index += 1) polygon.AddPoint(ring[index]![1]!, ring[index]![0]!);
    return Math.abs(polygon.Compute(false, true).area ?? NaN);
  });
  return areas.reduce((outer, hole) => outer - hole);
}

function correctness(
  peer: string,
  areaOf: (land: Land) => number,
  golden: readonly Golden[],
  limit: number,
): Correctness {
  const errors = golden.map(({ rings, areaSquareMetres }) => {
    const reference = Number(areaSquareMetres);
    return Math.abs(areaOf([rings]) - reference) / reference;
  });
  const worst = Math.max(...errors);
  const text = `${worst.toExponential(1)} of the area at most on ${golden.length} reference rings`;
  return { peer, isCorrect: worst <= limit, text };
}

/** A closed ring around a place in the county, the same on every run. */
function star(number: number, corners: number, metresAcross: number): Position[] {
  const lon = 117.2 + 0.2 * Math.abs(Math.sin(number * 12.9898));
  const lat = 27.4 + 0.2 * Math.abs(Math.sin(number * 78.233));
  const ring = Array.from({ length: corners }, (_, index) => {
    const angle = (2 * Math.PI * index) / corners;
    const degrees = (metresAcross / 222_000) * (0.8 + 0.2 * Math.sin(index * 37.719 + number));
    return [lon + (degrees * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180), lat + degrees * Math.sin(angle)];
  });
  return [...ring, ring[0]!];
}
