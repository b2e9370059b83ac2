import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openEdges } from '../../../../domain/geometry/coverage.ts';
import type { MultiPolygon, Point } from '../../../../domain/geometry/shapes.ts';
import { box, carryOut, file, metres, parcel, propose } from './any-park.ts';

//  y
//  30 +---------+
//     |    N    |       B is 30.007 m wide and leans: hardly a point of its edges lies on a whole millimetre
//  20 +---------+
//     | W | B  / E
//  10 +---------+
//     |    S    |
//   0 +---------+
const corners = {
  southWest: [10_000, 10_000],
  southEast: [40_007, 10_013],
  northEast: [43_003, 20_017],
  northWest: [10_001, 20_000],
} satisfies Record<string, Point>;
const { southWest, southEast, northEast, northWest } = corners;
const outline: MultiPolygon = [[metres([0, 0], [60, 0], [60, 10], [60, 20], [60, 30], [0, 30], [0, 20], [0, 10])]];
const b: MultiPolygon = [[[southWest, southEast, northEast, northWest]]];
const park = [
  parcel('B', b),
  parcel('E', [[[southEast, ...metres([60, 10], [60, 20]), northEast]]]),
  parcel('N', [[[...metres([0, 20]), northWest, northEast, ...metres([60, 20], [60, 30], [0, 30])]]]),
  parcel('S', [[[...metres([0, 0], [60, 0], [60, 10]), southEast, southWest, ...metres([0, 10])]]]),
  parcel('W', [[[...metres([0, 10]), southWest, northWest, ...metres([0, 20])]]]),
];
const between = ([ax, ay]: Point, [bx, by]: Point, share: number): Point => [
  Math.round(ax + (bx - ax) * share),
  Math.round(ay + (by - ay) * share),
];
const all = () => true;

describe('a parcel that is divided', () => {
  test('on its neighbours’ edges: they get the corners, and land lies neither bare nor twice', () => {
    const [south, north] = [between(southWest, southEast, 0.4), between(northWest, northEast, 0.6)];
    const incoming = file(
      ['B-1', [[[southWest, south, north, northWest]]]],
      ['B-2', [[[south, southEast, northEast, north]]]],
    );
    expect(
      openEdges(
        park.map(({ polygons }) => polygons),
        outline,
      ),
    ).toEqual([]);
    const proposal = propose(park, incoming);
    expect(proposal.entries).toMatchObject([
      { id: 'code:B', kind: 'removed', faults: [] },
      { id: 'feature:0', joins: ['N', 'S'], ownCorners: 0, from: ['B'], needs: ['code:B'], faults: [] },
      { id: 'feature:1', joins: ['N', 'S'], ownCorners: 0, from: ['B'], needs: ['code:B'], faults: [] },
    ]);
    const after = carryOut(park, incoming, proposal, all);
    expect(after.filter(({ isChanged }) => isChanged).map(({ code }) => code)).toEqual(['N', 'S', 'B-1', 'B-2']);
    expect(after.find(({ code }) => code === 'N')!.polygons[0]![0]).toContainEqual(north);
    expect(
      openEdges(
        after.map(({ polygons }) => polygons),
        outline,
      ),
    ).toEqual([]);
  });

  test('beside a neighbour that the file draws anew too: it is given the corner though nobody accepts its new boundary', () => {
    const [south, north] = [between(southWest, southEast, 0.4), between(northWest, northEast, 0.6)];
    const newNorth = park[2]!.polygons.map((rings) =>
      rings.map((ring) => ring.map(([x, y]): Point => [x, y === 30_000 ? 31_000 : y])),
    );
    const incoming = file(
      ['B-1', [[[southWest, south, north, northWest]]]],
      ['B-2', [[[south, southEast, northEast, north]]]],
      ['N', newNorth],
    );
    const proposal = propose(park, incoming);
    expect(proposal.entries.map(({ id, faults }) => [id, faults])).toEqual(
      ['code:B', 'code:N', 'feature:0', 'feature:1'].map((id) => [id, []]),
    );
    const after = carryOut(park, incoming, proposal, (id) => id !== 'code:N');
    expect(
      openEdges(
        after.map(({ polygons }) => polygons),
        outline,
      ),
    ).toEqual([]);
  });

  test('and that is not accepted: its neighbours stay as they are', () => {
    const [south, north] = [between(southWest, southEast, 0.4), between(northWest, northEast, 0.6)];
    const incoming = file(
      ['B-1', [[[southWest, south, north, northWest]]]],
      ['B-2', [[[south, southEast, northEast, north]]]],
    );
    const after = carryOut(park, incoming, propose(park, incoming), () => false);
    expect(after).toEqual(park.map((one) => ({ ...one, isChanged: false })));
  });

  test('anywhere fits its neighbours to the millimetre', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.double({ min: 0.02, max: 0.98, noNaN: true })), {
          minLength: 2,
          maxLength: 2,
        }),
        (ends) => {
          const ring = b[0]![0]!;
          const [[first, a], [second, z]] = [...ends].sort(([x], [y]) => x - y) as [[number, number], [number, number]];
          fc.pre(first !== second);
          const at = (edge: number, share: number) => between(ring[edge]!, ring[(edge + 1) % 4]!, share);
          const [from, to] = [at(first, a), at(second, z)];
          const incoming = file(
            ['B-1', [[[from, ...ring.slice(first + 1, second + 1), to]]]],
            ['B-2', [[[to, ...ring.slice(second + 1), ...ring.slice(0, first + 1), from]]]],
          );
          const proposal = propose(park, incoming);
          expect(proposal.entries.flatMap(({ faults }) => faults)).toEqual([]);
          const after = carryOut(park, incoming, proposal, all);
          expect(
            openEdges(
              after.map(({ polygons }) => polygons),
              outline,
            ),
          ).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

//  +----+----+
//  |  C |  D |
//  +----+----+      A is renewed without the corner that C and D share on its edge
//  |    A    |
//  +---------+
test('a corner of neighbours that a file leaves out is given to the feature', () => {
  const shared: Point = [10_000, 10_001];
  const top = metres([0, 20], [10, 20], [20, 20]);
  const present = [
    parcel('A', [[[...metres([0, 0], [20, 0], [20, 10]), shared, ...metres([0, 10])]]]),
    parcel('C', [[[...metres([0, 10]), shared, top[1]!, top[0]!]]]),
    parcel('D', [[[shared, ...metres([20, 10]), top[2]!, top[1]!]]]),
  ];
  const whole = [[metres([-5, 0], [20, 0], [20, 10], [20, 20], [10, 20], [0, 20], [0, 10], [-5, 10])]];
  const incoming = file(['A', box(-5, 0, 20, 10)]);
  const proposal = propose(present, incoming);
  expect(proposal.entries).toMatchObject([{ id: 'code:A', kind: 'reshaped', ownCorners: 2, joins: [], faults: [] }]);
  const after = carryOut(present, incoming, proposal, all);
  expect(
    openEdges(
      after.map(({ polygons }) => polygons),
      whole,
    ),
  ).toEqual([]);
});

test('a feature that lies on a neighbour by more than a millimetre is refused as before', () => {
  const proposal = propose([parcel('A', box(0, 0, 10, 10))], file(['N', box(9.99, 2, 20, 8)]));
  expect(proposal.entries).toMatchObject([
    { joins: [], ownCorners: 0, faults: [{ code: 'proposal.overlaps-staying' }] },
  ]);
});
