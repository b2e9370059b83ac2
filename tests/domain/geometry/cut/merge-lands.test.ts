import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { twiceAreaSquareMillimetres } from '../../../../domain/geometry/area.ts';
import { openEdges } from '../../../../domain/geometry/coverage.ts';
import { cutInto } from '../../../../domain/geometry/cut/cut-into.ts';
import { mergeLands } from '../../../../domain/geometry/cut/merge-lands.ts';
import { isSplitRefusal } from '../../../../domain/geometry/cut/refuse-split.ts';
import type { MultiPolygon, Ring } from '../../../../domain/geometry/shapes.ts';
import { box } from './expect-cut.ts';
import { parcel } from './random-land.ts';

const land = (...rings: Ring[]): MultiPolygon => [rings];

const mergedOf = (...lands: MultiPolygon[]) => {
  const merge = mergeLands(lands);
  if (isSplitRefusal(merge)) throw new Error(`${merge.refusal} ${JSON.stringify(merge.detail)}`);
  expect(openEdges(merge.completed, merge.merged)).toEqual([]);
  const sum = merge.completed.reduce((total, one) => total + twiceAreaSquareMillimetres(one), 0);
  expect(twiceAreaSquareMillimetres(merge.merged)).toBe(sum);
  return merge.merged;
};

describe('lands are merged', () => {
  //  +---*---+
  //  |   |   |     the stars stay: a neighbour beyond them has them too
  //  +---*---+
  test('and keep the corners their common edge ended in', () => {
    const [[ring]] = mergedOf(land(box(0, 0, 10, 10)), land(box(10, 0, 20, 10))) as [[Ring]];
    expect(ring.length).toBe(6);
    expect(ring).toContainEqual([10, 0]);
    expect(ring).toContainEqual([10, 10]);
  });
  //  +---+
  //  |   +---+     one has corners where the other has an edge
  //  +---+   |
  //      +---+
  test('where only one of them has the corners', () => {
    const merged = mergedOf(land(box(0, 0, 10, 20)), land(box(10, -5, 20, 10)));
    expect(merged[0]!.map((ring) => ring.length)).toEqual([8]);
  });
  test('where the corner of one lies a millimetre beside the edge of the other', () => {
    const merged = mergedOf(
      land(box(0, 0, 10_000, 20_000)),
      land([
        [9_999, 10_000],
        [10_000, 0],
        [20_000, 0],
        [20_000, 10_000],
      ]),
    );
    expect(merged.length).toBe(1);
  });
  //  +-------+
  //  | +---+ |
  //  | |   | |      two halves of a ring leave a hole
  //  +-+   +-+
  //  | +---+ |
  //  +-------+
  test('around something, which becomes a hole', () => {
    const south: Ring = [
      [0, 0],
      [30, 0],
      [30, 15],
      [20, 15],
      [20, 10],
      [10, 10],
      [10, 15],
      [0, 15],
    ];
    const north: Ring = [
      [0, 15],
      [10, 15],
      [10, 20],
      [20, 20],
      [20, 15],
      [30, 15],
      [30, 30],
      [0, 30],
    ];
    const [polygon] = mergedOf(land(south), land(north));
    expect(polygon!.map((ring) => ring.length)).toEqual([6, 6]);
  });
  test('with what fills its hole', () => {
    const ring = land(box(0, 0, 30, 30), box(10, 10, 20, 20));
    expect(mergedOf(ring, land(box(10, 10, 20, 20)))).toEqual([[box(0, 0, 30, 30)]]);
  });
  test('three in a row, the ends of which do not touch', () => {
    const [polygon] = mergedOf(land(box(0, 0, 10, 10)), land(box(20, 0, 30, 10)), land(box(10, 0, 20, 10)));
    expect(polygon![0]!.length).toBe(8);
  });
});

describe('lands are not merged', () => {
  test.each<[string, MultiPolygon[], object]>([
    [
      'apart',
      [land(box(0, 0, 10, 10)), land(box(20, 0, 30, 10))],
      { refusal: 'merge.not-adjacent', detail: { land: 2 } },
    ],
    //  +--+
    //  +--+--+
    //     +--+
    ['touching in a corner', [land(box(0, 10, 10, 20)), land(box(10, 0, 20, 10))], { refusal: 'merge.not-adjacent' }],
    ['one alone', [land(box(0, 0, 10, 10))], { refusal: 'merge.not-adjacent' }],
    ['none', [], { refusal: 'merge.not-adjacent' }],
    [
      'overlapping',
      [land(box(0, 0, 10_000, 10_000)), land(box(9000, 0, 20_000, 10_000))],
      { refusal: 'merge.overlap', detail: { land: 1, other: 2, squareMetres: 10 } },
    ],
    ['the same', [land(box(0, 0, 10, 10)), land(box(0, 0, 10, 10))], { refusal: 'merge.overlap' }],
  ])('%s', (_name, lands, refusal) => {
    expect(mergeLands(lands)).toMatchObject(refusal);
  });
});

test('random land: parts that were cut merge to the completed land', () => {
  let merges = 0;
  fc.assert(
    fc.property(
      parcel,
      fc.integer({ min: 2, max: 6 }),
      fc.double({ min: 0, max: 7, noNaN: true }),
      (whole, parts, angle) => {
        const cut = cutInto(whole, { parts, direction: [Math.cos(angle), Math.sin(angle)], side: 'left' });
        if (isSplitRefusal(cut)) return;
        const merged = mergedOf(...cut.pieces);
        merges += 1;
        expect(openEdges([merged], cut.completed)).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
  expect(merges).toBeGreaterThan(100);
});
