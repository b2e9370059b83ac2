import { describe, expect, test } from 'vitest';
import { ellipsoidAreaSquareMetres } from '../../../domain/geometry/ellipsoid/ellipsoid-area.ts';
import { gaussInverseSeconds } from '../../../domain/geometry/ellipsoid/gauss-inverse.ts';
import { gridEllipsoidAreaSquareMetres } from '../../../domain/geometry/ellipsoid/grid-ellipsoid-area.ts';
import { parkGrid } from '../../../domain/geometry/grid.ts';
import type { MultiPolygon, Point, Ring } from '../../../domain/geometry/shapes.ts';
import { trapezoidAreaSquareMetres } from '../../../domain/geometry/ellipsoid/trapezoid-area.ts';

const grid = parkGrid({ epsg: 4548, originEast: 526_000, originNorth: 3_041_000 });
const at = (north: number, east: number): Point => [
  Math.round((east - 39_526_000) * 1000),
  Math.round((north - 3_041_000) * 1000),
];
const workedExample: MultiPolygon = [
  [
    [
      at(3046512.35, 39532610.42),
      at(3046525.118, 39532858.765),
      at(3046310.904, 39532869.93),
      at(3046297.226, 39532625.087),
    ],
    [at(3046430, 39532720), at(3046400, 39532720), at(3046400, 39532760), at(3046430, 39532760)],
  ],
];

/** A crooked quadrangle some metres wide, whose first corner lies east of the central meridian. */
function quadrangle(sizeMetres: number, eastOfMeridianMetres: number): Ring {
  const corners = [
    [0, 0],
    [1, 0.05],
    [0.95, 1.1],
    [-0.1, 0.9],
  ] as const;
  return corners.map(([x, y]): Point => [
    Math.round((eastOfMeridianMetres - 26_000 + x * sizeMetres) * 1000),
    Math.round((5400 + y * sizeMetres) * 1000),
  ]);
}

/** Area by geodesics between many points on the straight edges of the plane. */
function areaByManyPoints(ring: Ring, pointsAnEdge: number): number {
  const points = ring.flatMap(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    return Array.from({ length: pointsAnEdge }, (_, part) =>
      grid.metresToDegrees(
        526_000 + (x + ((nextX - x) * part) / pointsAnEdge) / 1000,
        3_041_000 + (y + ((nextY - y) * part) / pointsAnEdge) / 1000,
      ),
    );
  });
  return ellipsoidAreaSquareMetres([[points]]);
}

const sizesAndPlaces = [50, 250, 1000, 5000].flatMap((size) =>
  [6600, 33_000, 150_000].map((east) => [size, east] as const),
);

describe('ellipsoid area of land on the grid', () => {
  test('of the worked example is 51905.5026 m², as Karney has it', () => {
    expect(gridEllipsoidAreaSquareMetres(workedExample, grid)).toBeCloseTo(51905.5026, 4);
  });

  test.each(sizesAndPlaces)(
    'of %d m, %d m from the meridian, follows the straight edges of the plane',
    (size, east) => {
      const ring = quadrangle(size, east);
      const reference = areaByManyPoints(ring, 300);
      expect(Math.abs(gridEllipsoidAreaSquareMetres([[ring]], grid) / reference - 1)).toBeLessThan(1e-10);
    },
  );

  test('differs from geodesics between the corners by 4e-9 of a parcel and 1.4e-7 of an outline', () => {
    const difference = (size: number) => {
      const ring = quadrangle(size, 33_000);
      return gridEllipsoidAreaSquareMetres([[ring]], grid) / areaByManyPoints(ring, 1) - 1;
    };
    expect(difference(250)).toBeCloseTo(-4.24e-9, 10);
    expect(difference(5000)).toBeCloseTo(-1.38e-7, 9);
  });
});

describe('the national trapezoid formula', () => {
  test('gives 51905.50 m² for the worked example', () => {
    expect(trapezoidAreaSquareMetres(workedExample, grid)).toBe(51905.5);
  });

  test('does not depend on winding or start', () => {
    const [[outer, hole]] = workedExample as [[Ring, Ring]];
    const turned = [...outer.slice(1), outer[0]!].reverse();
    expect(trapezoidAreaSquareMetres([[turned, hole]], grid)).toBe(51905.5);
  });

  test.each(sizesAndPlaces)(
    'of %d m, %d m from the meridian, is the ellipsoid area but for 0.00003 m of rounding',
    (size, east) => {
      const ring = quadrangle(size, east);
      const area = gridEllipsoidAreaSquareMetres([[ring]], grid);
      const perimeter = 4.4 * size;
      const fromSplitEdges = 1e-7 * (Math.min(size, 70) / 70) ** 2 * area;
      expect(Math.abs(trapezoidAreaSquareMetres([[ring]], grid) - area)).toBeLessThan(
        0.005 + perimeter * 0.00003 + fromSplitEdges,
      );
    },
  );

  test.each([[6600], [33_000], [90_000], [150_000]])('inverts the projection within 1e-5″ at %d m', (east) => {
    const [lon, lat] = grid.metresToDegrees(500_000 + east, 3_046_400);
    const [latitude, longitude] = gaussInverseSeconds(3_046_400, east);
    expect(Math.abs(latitude - lat * 3600)).toBeLessThan(1e-5);
    expect(Math.abs(longitude - (lon - 117) * 3600)).toBeLessThan(1e-5);
  });
});
