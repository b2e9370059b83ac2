import fc from 'fast-check';
import { signedTwiceArea } from '../../../../domain/geometry/area.ts';
import { firstSelfCrossing } from '../../../../domain/geometry/self-crossing.ts';
import type { MultiPolygon, Point, Ring } from '../../../../domain/geometry/shapes.ts';

const place = fc.tuple(
  fc.integer({ min: -2_000_000, max: 2_000_000 }),
  fc.integer({ min: -2_000_000, max: 2_000_000 }),
);
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Corners at growing angles around a place; with equal distances it is convex, with different ones a star. */
function around([east, north]: readonly [number, number], radii: readonly number[], turn: number): Ring {
  return radii.map((radius, index): Point => {
    const angle = (2 * Math.PI * (index + turn)) / radii.length;
    return [Math.round(east + radius * Math.cos(angle)) + 0, Math.round(north + radius * Math.sin(angle)) + 0];
  });
}

export const convexRing = fc
  .record({
    at: place,
    count: fc.integer({ min: 3, max: 12 }),
    radius: fc.integer({ min: 3000, max: 400_000 }),
    turn: share,
  })
  .map(({ at, count, radius, turn }) => around(at, Array<number>(count).fill(radius), turn));

export const starRing = fc
  .record({
    at: place,
    radii: fc.array(fc.integer({ min: 10_000, max: 300_000 }), { minLength: 4, maxLength: 16 }),
    turn: share,
  })
  .map(({ at, radii, turn }) => around(at, radii, turn));

//  +-+ +-+ +-+
//  | |_| |_| |     teeth of different lengths, turned by any angle
//  +---------+
export const combRing = fc
  .record({
    at: place,
    teeth: fc.array(fc.tuple(fc.integer({ min: 20_000, max: 150_000 }), fc.integer({ min: 2000, max: 18_000 })), {
      minLength: 2,
      maxLength: 6,
    }),
    width: fc.integer({ min: 3000, max: 30_000 }),
    turn: share,
  })
  .map(({ at, teeth, width, turn }): Ring => {
    const top = teeth.flatMap(
      ([high, low], tooth): Point[] =>
        [
          [(2 * tooth + 1) * width, low],
          [(2 * tooth + 1) * width, high],
          [2 * tooth * width, high],
          [2 * tooth * width, low],
        ].reverse() as unknown as Point[],
    );
    return turned([[0, 0], ...top.slice(1, -1), [(2 * teeth.length - 1) * width, 0]].reverse() as Point[], at, turn);
  });

/** A strip some metres wide and up to half a kilometre long. */
export const sliverRing = fc
  .record({
    at: place,
    length: fc.integer({ min: 100_000, max: 500_000 }),
    widths: fc.tuple(fc.integer({ min: 300, max: 3000 }), fc.integer({ min: 300, max: 3000 })),
    turn: share,
  })
  .map(({ at, length, widths, turn }) =>
    turned(
      [
        [0, 0],
        [length, 0],
        [length, widths[0]],
        [0, widths[1]],
      ],
      at,
      turn,
    ),
  );

/** The four kinds of rings a parcel may have, wound either way. */
export const simpleRing = fc
  .tuple(fc.oneof(convexRing, starRing, combRing, sliverRing), fc.boolean())
  .map(([ring, isReversed]) => (isReversed ? [...ring].reverse() : ring))
  .filter((ring) => firstSelfCrossing(ring) === null && Math.abs(signedTwiceArea(ring)) > 2_000_000);

/** A parcel, one in three with a hole in its middle. */
export const parcel: fc.Arbitrary<MultiPolygon> = fc.oneof(
  { weight: 2, arbitrary: simpleRing.map((ring): MultiPolygon => [[ring]]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        place,
        fc.array(fc.integer({ min: 80_000, max: 300_000 }), { minLength: 6, maxLength: 14 }),
        fc.array(fc.integer({ min: 5000, max: 35_000 }), { minLength: 4, maxLength: 8 }),
        share,
      )
      .map(([at, outer, inner, turn]): MultiPolygon => [[around(at, outer, turn), around(at, inner, turn)]]),
  },
);

function turned(ring: readonly Point[], [east, north]: readonly [number, number], turn: number): Ring {
  const [sine, cosine] = [Math.sin(turn * 2 * Math.PI), Math.cos(turn * 2 * Math.PI)];
  return ring.map(([x, y]): Point => [
    Math.round(east + x * cosine - y * sine) + 0,
    Math.round(north + x * sine + y * cosine) + 0,
  ]);
}
