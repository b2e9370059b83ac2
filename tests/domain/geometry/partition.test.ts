import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustAreas } from '../../../domain/geometry/adjust-areas.ts';
import { twiceAreaSquareMillimetres } from '../../../domain/geometry/area.ts';
import { openEdges } from '../../../domain/geometry/coverage.ts';
import { overlayArea } from '../../../domain/geometry/overlay/overlay-area.ts';
import { prepareOverlay } from '../../../domain/geometry/overlay/prepare-overlay.ts';
import type { MultiPolygon, Point, Ring } from '../../../domain/geometry/shapes.ts';

/** Edges are whole multiples of this many steps of the grid, so that a cut may start at any of their points. */
const steps = 60;

/** A random convex ring: random steps, sorted by direction, taken one after the other. */
const convexRing = fc
  .array(fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 })), {
    minLength: 2,
    maxLength: 8,
  })
  .map((halves) => {
    const all = [...halves, ...halves.map(([x, y]) => [-x, -y] as const)].filter(([x, y]) => x !== 0 || y !== 0);
    all.sort(([ax, ay], [bx, by]) => Math.atan2(ay, ax) - Math.atan2(by, bx));
    let [east, north] = [0, 0];
    return all.map(([x, y]): Point => {
      [east, north] = [east + x * steps, north + y * steps];
      return [east, north];
    });
  })
  .filter((ring) => twiceAreaSquareMillimetres([[ring]]) > 0);

interface Cut {
  readonly part: number;
  readonly from: number;
  readonly to: number;
  readonly fromStep: number;
  readonly toStep: number;
}

const cuts: fc.Arbitrary<Cut[]> = fc.array(
  fc.record({
    part: fc.nat(50),
    from: fc.nat(50),
    to: fc.nat(50),
    fromStep: fc.nat(steps - 1),
    toStep: fc.nat(steps - 1),
  }),
  { minLength: 1, maxLength: 12 },
);

//  +---------+        +----*----+
//  |         |        |     \   |    both parts get the two new corners,
//  |         |   →    |      \  |    which are points of the grid
//  +---------+        +-------*-+
function cut(ring: Ring, { from, to, fromStep, toStep }: Cut): [Ring, Ring] | null {
  const [first, second] = [from % ring.length, to % ring.length].sort((a, b) => a - b) as [number, number];
  if (first === second) return null;
  const [start, end] = [pointOfEdge(ring, first, fromStep), pointOfEdge(ring, second, toStep)];
  if (!start || !end) return null;
  const one = [start, ...ring.slice(first + 1, second + 1), end];
  const other = [end, ...ring.slice(second + 1), ...ring.slice(0, first + 1), start];
  return [withoutRepeats(one), withoutRepeats(other)];
}

function pointOfEdge(ring: Ring, edge: number, step: number): Point | null {
  const [from, to] = [ring[edge]!, ring[(edge + 1) % ring.length]!];
  const point: Point = [from[0] + ((to[0] - from[0]) * step) / steps, from[1] + ((to[1] - from[1]) * step) / steps];
  return point.every(Number.isInteger) ? point : null;
}

function withoutRepeats(ring: Ring): Ring {
  return ring.filter(([x, y], index) => {
    const [beforeX, beforeY] = ring[(index + ring.length - 1) % ring.length]!;
    return x !== beforeX || y !== beforeY;
  });
}

/** Parts of a convex ring after random cuts; their corners need not be shared, only their land is. */
const partition = fc.tuple(convexRing, cuts).map(([ring, chosen]) => {
  const parts: Ring[] = [ring];
  for (const one of chosen) {
    const at = one.part % parts.length;
    const halves = cut(parts[at]!, one);
    if (halves && halves.every((half) => half.length > 2 && twiceAreaSquareMillimetres([[half]]) > 0)) {
      parts.splice(at, 1, ...halves);
    }
  }
  return { ring, parts };
});

const land = (ring: Ring): MultiPolygon => [[ring]];

describe('a random partition of land', () => {
  test('re-adds exactly', () => {
    let mostParts = 0;
    fc.assert(
      fc.property(partition, ({ ring, parts }) => {
        mostParts = Math.max(mostParts, parts.length);
        const sum = parts.reduce((total, part) => total + twiceAreaSquareMillimetres(land(part)), 0);
        expect(sum).toBe(twiceAreaSquareMillimetres(land(ring)));
      }),
      { numRuns: 500 },
    );
    expect(mostParts).toBeGreaterThan(5);
  });

  test('lies in the land exactly, part by part, and no two parts overlap', () => {
    fc.assert(
      fc.property(partition, ({ ring, parts }) => {
        const whole = prepareOverlay(land(ring));
        const prepared = parts.map((part) => prepareOverlay(land(part)));
        parts.forEach((part, index) => {
          const area = twiceAreaSquareMillimetres(land(part));
          expect(overlayArea(whole, land(part))).toBe(area);
          prepared.forEach((other, at) => expect(overlayArea(other, land(part))).toBe(at === index ? area : 0));
        });
      }),
      { numRuns: 200 },
    );
  });

  test('shares out any other land, part by part, as much as the whole has of it', () => {
    fc.assert(
      fc.property(partition, convexRing, ({ ring, parts }, other) => {
        const prepared = prepareOverlay(land(other));
        const sum = parts.reduce((total, part) => total + overlayArea(prepared, land(part)), 0);
        expect(Math.abs(sum - overlayArea(prepared, land(ring)))).toBeLessThanOrEqual(1e-14 * sum);
      }),
      { numRuns: 300 },
    );
  });

  test('by a fan around its middle covers the land without gap and needs no adjustment', () => {
    fc.assert(
      fc.property(convexRing, (ring) => {
        const middle = ([0, 1] as const).map((axis) => {
          const values = ring.map((corner) => corner[axis]);
          return (Math.min(...values) + Math.max(...values)) / 2;
        }) as [number, number];
        const parts = ring.map((corner, index) => land([middle, corner, ring[(index + 1) % ring.length]!]));
        const adjustment = adjustAreas(twiceAreaSquareMillimetres(land(ring)), parts.map(twiceAreaSquareMillimetres));
        expect(adjustment).toMatchObject({ isAdjusted: true, difference: 0 });
        expect(openEdges(parts, land(ring))).toEqual([]);
      }),
    );
  });
});
