import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlayArea } from '../../../../domain/geometry/overlay/overlay-area.ts';
import { prepareOverlay } from '../../../../domain/geometry/overlay/prepare-overlay.ts';
import { firstSelfCrossing } from '../../../../domain/geometry/self-crossing.ts';
import type { Point } from '../../../../domain/geometry/shapes.ts';
import { areFeaturesApart } from '../../../../domain/survey/check/between/are-apart.ts';
import { openEdgesOf } from '../../../../domain/survey/check/between/open-edges.ts';
import { SurveyLand } from '../../../../domain/survey/check/between/survey-land.ts';
import { BoxIndex } from '../../../../domain/survey/check/box-index.ts';
import { checkFeature } from '../../../../domain/survey/check/feature/check-feature.ts';
import { usualLimits } from '../../../../domain/survey/check/limits.ts';
import { selfMeetings } from '../../../../domain/survey/check/ring/self-meetings.ts';
import { openEdges } from '../../../../domain/geometry/coverage.ts';
import { anyFeatures, findingsOf, placed, starRing } from './any-land.ts';

const soundOf = (polygons: Parameters<typeof placed>[0]) => checkFeature(placed(polygons, 0), 0, usualLimits, () => {});

test('the index finds the boxes that trying every box finds', () => {
  const side = fc.integer({ min: -50, max: 50 });
  const box = fc
    .tuple(side, side, side, side)
    .map(([a, b, c, d]) => [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]);
  fc.assert(
    fc.property(fc.array(box, { maxLength: 300 }), box, (boxes, [west, south, east, north]) => {
      const found = new BoxIndex(Float64Array.from(boxes.flat())).search(west!, south!, east!, north!, []);
      const every = boxes.flatMap(([w, s, e, n], at) =>
        w! <= east! && e! >= west! && s! <= north! && n! >= south! ? [at] : [],
      );
      expect(found.sort((a, b) => a - b)).toEqual(every);
    }),
  );
});

test('what is proven apart has no land in common, and most land that is apart is proven so', () => {
  let [apart, proven] = [0, 0];
  fc.assert(
    fc.property(starRing, starRing, fc.integer({ min: 0, max: 8 }), (one, two, shift) => {
      const moved = two.map(([x, y]): Point => [x + shift * 2000, y]);
      const [a, b] = [soundOf([[one]]), soundOf([[moved]])];
      if (!a || !b || a.isUnsound || b.isUnsound) return;
      const shared = overlayArea(prepareOverlay(a.polygons), b.polygons);
      const isProven = areFeaturesApart(new SurveyLand([a, b]), 0, 1);
      if (isProven) expect(shared).toBe(0);
      if (shared === 0) apart += 1;
      if (isProven) proven += 1;
    }),
    { numRuns: 2000, seed: 1 },
  );
  expect(proven).toBeGreaterThan(apart * 0.8);
});

describe('meetings of a ring with itself', () => {
  const corner = fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
    .map(([x, y]): Point => [x, y]);
  const isPlain = (ring: readonly Point[]) =>
    ring.every((b, at) => {
      const [a, c] = [ring[(at + ring.length - 1) % ring.length]!, ring[(at + 1) % ring.length]!];
      const cross = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
      const dot = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]);
      return String(a) !== String(b) && (cross !== 0 || dot > 0);
    });

  test('are there exactly when the kernel finds a crossing', () => {
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 12 }), (ring) => {
        fc.pre(isPlain(ring));
        expect(selfMeetings(ring, Infinity).meetings.length > 0).toBe(firstSelfCrossing(ring) !== null);
      }),
      { numRuns: 1500 },
    );
  });

  //  a long comb:  _| |_| |_   with one tooth crossing the next
  test('of a ring of 100,000 corners are found fast, at their place', () => {
    const teeth = 25_000;
    const ring: Point[] = [];
    for (let tooth = 0; tooth < teeth; tooth += 1) {
      const x = tooth * 40;
      ring.push([x, 0], [x + 10, 5000], [x + 20, 5000], [x + 30, 0]);
    }
    ring.push([teeth * 40, -9000], [0, -9000]);
    expect(selfMeetings(ring, usualLimits.pairsPerRing)).toEqual({ meetings: [], isComplete: true });
    ring[400 * 4 + 1] = [400 * 40 + 45, 2501];
    const { meetings } = selfMeetings(ring, usualLimits.pairsPerRing);
    expect(meetings.length).toBeGreaterThan(0);
    for (const { point, isCrossing } of meetings) {
      expect(isCrossing).toBe(true);
      expect(Math.abs(point[0] - 400 * 40)).toBeLessThan(50);
    }
  });

  test('of a ring made to be slow are given up, not waited for', () => {
    const ring = Array.from({ length: 20_000 }, (_, at): Point => (at % 2 ? [at, 10_000_000] : [at + 9_000_000, 0]));
    const { meetings, isComplete } = selfMeetings(ring, 1_000_000);
    expect(meetings.length >= 50 || !isComplete).toBe(true);
  });
});

test('open edges are those of the kernel', () => {
  fc.assert(
    fc.property(anyFeatures, (features) => {
      const sound = features.flatMap(({ polygons }) => {
        const state = soundOf(polygons);
        return state && !state.isUnsound ? [state] : [];
      });
      const land = new SurveyLand(sound);
      const open = openEdgesOf(land, () => false);
      const name = (...points: (readonly number[])[]) => points.map(String).join(' ');
      const pointOf = (vertex: number) => land.pointOf(land.vertices.indexOf(vertex));
      const own = open.edges.map((edge) => name(pointOf(open.from(edge)), pointOf(open.to(edge))));
      const kernel = openEdges(
        sound.map(({ polygons }) => polygons),
        [],
      ).map(({ from, to }) => name(from, to));
      expect(own.sort()).toEqual(kernel.sort());
    }),
  );
});

describe('the check of any land', () => {
  test('never throws, whatever the numbers', () => {
    const wild = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(NaN, Infinity, -0, 1e300, 2 ** 53, 0.5));
    const corner = fc.tuple(wild, wild).map(([x, y]): Point => [x, y]);
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.array(fc.array(corner, { maxLength: 6 }), { maxLength: 3 }), { maxLength: 3 })),
        (shapes) => {
          findingsOf(shapes.map(placed), {
            outline: [
              [
                [
                  [0, 0],
                  [9000, 0],
                  [0, 9000],
                ],
              ],
            ],
          });
        },
      ),
    );
  });

  test('finds the same when the rings begin elsewhere and run the other way', () => {
    fc.assert(
      fc.property(anyFeatures, fc.nat({ max: 5 }), (features, shift) => {
        const turned = features.map((feature) => ({
          ...feature,
          polygons: feature.polygons.map((polygon) =>
            polygon.map((ring) => [...ring.slice(shift), ...ring.slice(0, shift)].reverse()),
          ),
        }));
        const names = (all: typeof features) =>
          findingsOf(all)
            .filter(({ code }) => !['self-touching', 'self-crossing', 'spike', 'near-edge'].includes(code))
            .map(({ code, feature, other }) => `${code} ${feature} ${other}`)
            .sort();
        expect(names(turned)).toEqual(names(features));
      }),
      { numRuns: 200 },
    );
  });

  test('a defect of one feature leaves the findings of the others as they are', () => {
    fc.assert(
      fc.property(anyFeatures, (features) => {
        const broken = placed(
          [
            [
              [
                [NaN, 0],
                [1, 1],
                [2, 5],
              ],
            ],
          ],
          features.length,
        );
        const alone = findingsOf(features);
        expect(findingsOf([...features, broken]).slice(0, -1)).toEqual(alone);
      }),
      { numRuns: 300 },
    );
  });
});

describe('many findings', () => {
  const square = (x: number, y: number) =>
    [
      [
        [
          [x, y],
          [x + 9000, y],
          [x + 9000, y + 9000],
          [x, y + 9000],
        ],
      ],
    ] as const;
  test('of one code are counted beyond the limit', () => {
    const features = Array.from({ length: 50 }, () => square(0, 0)).map(placed);
    const check = findingsOf(features, { limits: { findingsPerCode: 10 } });
    expect(check.length).toBe(10);
  });
  test('of one feature end its comparison, which is told', () => {
    const features = Array.from({ length: 250 }, (_, at) => square(at, 0)).map(placed);
    const codes = findingsOf(features).map(({ code }) => code);
    expect(codes).toContain('check-incomplete');
  });
});
