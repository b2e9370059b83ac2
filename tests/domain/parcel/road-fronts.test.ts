import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestOnLine } from '../../../domain/geometry/nearest-on-line.ts';
import type { Line, MultiPolygon, Point } from '../../../domain/geometry/shapes.ts';
import { roadFronts, type PlannedRoad } from '../../../domain/parcel/road-fronts.ts';
import type { Access } from '../../../domain/parcel/schema.ts';

const metre = 1000;
const land = (west: number, south: number, east: number, north: number): MultiPolygon => [
  [
    [
      [west * metre, south * metre],
      [east * metre, south * metre],
      [east * metre, north * metre],
      [west * metre, north * metre],
    ],
  ],
];
const road = (code: string, designWidthMetres: number, ...line: Point[]): PlannedRoad => ({
  code,
  designWidthMetres,
  centreline: line.map(([x, y]): Point => [x * metre, y * metre]),
});

describe('the road that land opens to', () => {
  //   R1 ==========  north 100, 10 m wide
  //      +------+
  //      | land |    40 … 60
  //      +------+
  //   R2 ##########  north 0, 30 m wide: farther away, but its edge is nearer
  test('is the one whose edge is nearest', () => {
    const roads = [road('R1', 10, [0, 100], [100, 100]), road('R2', 30, [0, 0], [100, 0])];
    const found = { road: 'R2', fromMetres: 20, toMetres: 40, side: 'left' };
    expect(roadFronts(roads).access(land(20, 40, 40, 60))).toEqual(found);
  });

  test('is of two equally near ones the first, and the one asked for where the plan has it', () => {
    const roads = [road('R1', 10, [0, 100], [100, 100]), road('R2', 10, [0, 0], [100, 0])];
    expect(roadFronts(roads).access(land(20, 40, 40, 60))?.road).toBe('R1');
    expect(roadFronts(roads.toReversed()).access(land(20, 40, 40, 60))?.road).toBe('R2');
    expect(roadFronts(roads).access(land(20, 40, 40, 60), 'R2')?.road).toBe('R2');
    expect(roadFronts(roads).access(land(20, 40, 40, 60), 'R9')?.road).toBe('R1');
  });

  test('may be a point, but not nothing', () => {
    expect(roadFronts([road('R1', 10)]).access(land(0, 0, 9, 9))).toBe(null);
    const found = { road: 'R2', fromMetres: 0, toMetres: 0, side: 'left' };
    expect(roadFronts([road('R1', 10), road('R2', 10, [50, 50])]).access(land(0, 0, 9, 9))).toEqual(found);
  });

  test('is found as by measuring every place from every road', () => {
    const point = fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }));
    const lines = fc.array(fc.tuple(fc.array(point, { maxLength: 6 }), fc.integer({ min: 4, max: 40 })), {
      maxLength: 6,
    });
    const rings = fc.array(fc.array(point, { minLength: 3, maxLength: 7 }), { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(lines, rings, (all, outer) => {
        const roads = all.map(([line, width], index) => road(`R${index}`, width, ...line));
        const polygons = outer.map((ring) => [ring.map(([x, y]): Point => [x * metre, y * metre])]);
        expect(roadFronts(roads).access(polygons)).toEqual(plainly(polygons, roads));
      }),
      { numRuns: 500 },
    );
  });
});

function plainly(polygons: MultiPolygon, roads: readonly PlannedRoad[]): Access | null {
  const places = polygons.flatMap(([outer]) =>
    outer!.flatMap(([x, y], at): Point[] => {
      const [toX, toY] = outer![(at + 1) % outer!.length]!;
      return [
        [x, y],
        [(x + toX) / 2, (y + toY) / 2],
      ];
    }),
  );
  const feetOn = (line: Line) => places.map((place) => nearestOnLine(line, place));
  const fronts = roads.map(({ code, designWidthMetres, centreline }) => {
    const feet = feetOn(centreline);
    const nearest = Math.min(...feet.map(({ distanceMillimetres }) => distanceMillimetres));
    return { code, feet, nearest, fromEdge: nearest - designWidthMetres * 500 };
  });
  const [front] = fronts.sort((a, b) => (a.fromEdge === b.fromEdge ? 0 : a.fromEdge - b.fromEdge));
  if (!front || front.nearest === Infinity) return null;
  const along = front.feet.filter(({ distanceMillimetres }) => distanceMillimetres <= front.nearest + 10 * metre);
  const metres = along.map(({ alongMillimetres }) => Math.round(alongMillimetres) / 1000);
  const closest = along.reduce((a, b) => (b.distanceMillimetres < a.distanceMillimetres ? b : a));
  return {
    road: front.code,
    fromMetres: Math.min(...metres),
    toMetres: Math.max(...metres),
    side: closest.turn < 0 ? 'right' : 'left',
  };
}
