import { describe, expect, test } from 'vitest';
import type { MultiPolygon } from '../../../../domain/geometry/shapes.ts';
import type { ProposalEntry } from '../../../../domain/survey/proposal/proposal.ts';
import { box, file, metres, parcel, propose } from './any-park.ts';

/** Twice square millimetres of square metres. */
const twice = (squareMetres: number) => squareMetres * 2_000_000;
const whole = { scope: 'whole' } as const;
const kinds = (entries: readonly ProposalEntry[]) => entries.map(({ id, kind }) => `${id} ${kind}`);

//  +----+----+
//  | A  | B  |     two parcels of 10 m × 10 m
//  +----+----+
const [a, b] = [box(0, 0, 10, 10), box(10, 0, 20, 10)];
const park = [parcel('A', a), parcel('B', b)];

describe('a file with', () => {
  //  +----+----+  +----+
  //  | A  | B  |  | C  |
  //  +----+----+  +----+
  test('a parcel the park does not have: it is added, and of the others a file of its own says nothing', () => {
    const { entries } = propose(park, file(['C', box(30, 0, 40, 10)]));
    expect(entries).toEqual([
      {
        kind: 'added',
        id: 'feature:0',
        code: 'C',
        feature: 0,
        afterTwiceSquareMillimetres: twice(100),
        from: [],
        needs: [],
        joins: [],
        ownCorners: 0,
        faults: [],
      },
    ]);
  });

  //  +----+ . . .
  //  | A  |      .     B is not in the file
  //  +----+ . . .
  test('less than the park: what it lacks is removed if the file is the whole park', () => {
    expect(kinds(propose(park, file(['A', a])).entries)).toEqual(['code:A same']);
    expect(propose(park, file(['A', a]), whole).entries).toEqual([
      expect.objectContaining({ id: 'code:A', kind: 'same', feature: 0, twiceSquareMillimetres: twice(100) }),
      {
        kind: 'removed',
        id: 'code:B',
        code: 'B',
        beforeTwiceSquareMillimetres: twice(100),
        takenTwiceSquareMillimetres: 0,
        into: [],
        needs: [],
        faults: [],
      },
    ]);
  });

  //  +----+----+--+
  //  | A  | B  :  |     B two metres wider to the east
  //  +----+----+--+
  test('another boundary: the parcel is reshaped', () => {
    const { entries } = propose(park, file(['A', a], ['B', box(10, 0, 22, 10)]));
    expect(entries[1]).toEqual({
      kind: 'reshaped',
      id: 'code:B',
      code: 'B',
      fileCode: null,
      feature: 1,
      matchedBy: 'code',
      beforeTwiceSquareMillimetres: twice(100),
      afterTwiceSquareMillimetres: twice(120),
      commonTwiceSquareMillimetres: twice(100),
      movedMillimetres: 2000,
      isRoundingOnly: false,
      from: [],
      needs: [],
      joins: [],
      ownCorners: 0,
      faults: [],
    });
  });

  //  +----+----+        4----3
  //  | A  | B  |   B as |    |  1 2 3 4, 3 4 1 2 and 4 3 2 1
  //  +----+----+        1----2
  test('the same rings from another corner, wound the other way, with blanks around the code: the same', () => {
    const [ring] = b[0]!;
    for (const turned of [[...ring!.slice(2), ...ring!.slice(0, 2)], ring!.toReversed()]) {
      expect(propose(park, file([' B ', [[turned]]])).entries).toEqual([
        expect.objectContaining({ kind: 'same', fileCode: null, faults: [] }),
      ]);
    }
  });

  //  +--x--+     x: a corner on the straight edge
  //  |  B  |
  //  +-----+
  test('a corner more that lies on the edge: reshaped, with the same area and nothing moved', () => {
    const ring = metres([10, 0], [20, 0], [20, 10], [15, 10], [10, 10]);
    expect(propose(park, file(['B', [[ring]]])).entries).toMatchObject([
      {
        kind: 'reshaped',
        afterTwiceSquareMillimetres: twice(100),
        commonTwiceSquareMillimetres: twice(100),
        movedMillimetres: 0,
        isRoundingOnly: true,
      },
    ]);
  });

  //  +----+----+            +----+--+--+
  //  | A  | B  |   becomes  | A  |B1|B2|
  //  +----+----+            +----+--+--+
  test('a parcel split in two with new codes: one removed, two added, all or none', () => {
    const { entries } = propose(park, file(['B1', box(10, 0, 15, 10)], ['B2', box(15, 0, 20, 10)]));
    expect(entries).toMatchObject([
      { id: 'code:B', kind: 'removed', into: [0, 1], needs: ['feature:0', 'feature:1'], faults: [] },
      { id: 'feature:0', kind: 'added', code: 'B1', from: ['B'], needs: ['code:B'], faults: [] },
      { id: 'feature:1', kind: 'added', code: 'B2', from: ['B'], needs: ['code:B'], faults: [] },
    ]);
    expect(entries[0]).toMatchObject({ takenTwiceSquareMillimetres: twice(100) });
  });
  test('a parcel split in two of which one keeps the code: it is reshaped, the other needs that', () => {
    const { entries } = propose(park, file(['B', box(10, 0, 13, 10)], ['B2', box(13, 0, 20, 10)]));
    expect(entries).toMatchObject([
      { id: 'code:B', kind: 'reshaped', matchedBy: 'code', commonTwiceSquareMillimetres: twice(30), needs: [] },
      { id: 'feature:1', kind: 'added', from: ['B'], needs: ['code:B'] },
    ]);
  });

  //  +----+----+            +---------+
  //  | A  | B  |   becomes  |    C    |
  //  +----+----+            +---------+
  test('two merged into one with a new code: both removed into it', () => {
    const { entries } = propose(park, file(['C', box(0, 0, 20, 10)]));
    expect(entries).toMatchObject([
      { id: 'code:A', kind: 'removed', into: [0], needs: ['feature:0'] },
      { id: 'code:B', kind: 'removed', into: [0], needs: ['feature:0'] },
      { id: 'feature:0', kind: 'added', from: ['A', 'B'], needs: ['code:A', 'code:B'] },
    ]);
  });
  test('two merged into one that keeps a code: one reshaped, the other removed into it', () => {
    const { entries } = propose(park, file(['A', box(0, 0, 20, 10)]));
    expect(entries).toMatchObject([
      { id: 'code:A', kind: 'reshaped', from: ['B'], needs: ['code:B'] },
      { id: 'code:B', kind: 'removed', into: [0], needs: ['code:A'] },
    ]);
  });

  //  +----+----+
  //  | A  |  B |      everything 1 mm to the east: 10 m × 1 mm of B is A's now
  //  +----+----+
  test('everything shifted by 1 mm: reshaped by rounding only, and who takes land needs the neighbour', () => {
    const shifted = (west: number) => box(west + 0.001, 0, west + 10.001, 10);
    expect(propose(park, file(['A', shifted(0)], ['B', shifted(10)])).entries).toMatchObject([
      { id: 'code:A', kind: 'reshaped', movedMillimetres: 1, isRoundingOnly: true, from: [], needs: [] },
      { id: 'code:B', kind: 'reshaped', movedMillimetres: 1, isRoundingOnly: true, from: [], needs: [] },
    ]);
    // Neighbours of 100 m share 0.1 m², more than the tolerance.
    const [long, next] = [box(0, 0, 10, 100), box(10, 0, 20, 100)];
    const moved = file(['A', box(0.001, 0, 10.001, 100)], ['B', box(10.001, 0, 20.001, 100)]);
    expect(propose([parcel('A', long), parcel('B', next)], moved).entries).toMatchObject([
      { id: 'code:A', isRoundingOnly: true, from: [], needs: ['code:B'], faults: [] },
      { id: 'code:B', isRoundingOnly: true, needs: [] },
    ]);
  });
  test.each([
    ['3 mm', box(10, 0, 20, 10.003), false],
    ['2 mm and 0.02 m²', box(10, 0, 20, 10.002), false],
    ['1 mm at one corner', [[metres([10, 0], [20, 0], [20.001, 10], [10, 10])]], true],
  ] as const)('a boundary moved by %s: rounding only or not', (_, polygons, isRoundingOnly) => {
    expect(propose(park, file(['B', polygons])).entries).toMatchObject([{ kind: 'reshaped', isRoundingOnly }]);
  });

  //  +----+----+
  //  | B  | A  |     land as it was, codes exchanged
  //  +----+----+
  test('the codes of two neighbours exchanged: the land is found, the codes are doubted, nothing is renamed', () => {
    for (const scope of ['held', 'whole'] as const) {
      expect(propose(park, file(['B', a], ['A', b]), { scope }).entries).toMatchObject([
        { id: 'code:A', kind: 'same', fileCode: 'B', feature: 0, faults: [{ code: 'proposal.code-elsewhere' }] },
        { id: 'code:B', kind: 'same', fileCode: 'A', feature: 1, faults: [{ code: 'proposal.code-elsewhere' }] },
      ]);
    }
  });
  test('codes exchanged and a border that moved a little: still not taken for two parcels that changed places', () => {
    const { entries } = propose(park, file(['B', box(0, 0, 10.5, 10)], ['A', box(10.5, 0, 20, 10)]));
    expect(entries).toMatchObject([
      { id: 'code:A', kind: 'reshaped', matchedBy: 'overlap', fileCode: 'B', movedMillimetres: 500 },
      { id: 'code:B', kind: 'reshaped', matchedBy: 'overlap', fileCode: 'A', movedMillimetres: 500 },
    ]);
    expect(entries.map(({ faults }) => faults[0])).toMatchObject([
      { code: 'proposal.code-elsewhere', bars: 'always', detail: { parcel: 'B', squareMetres: 5 } },
      { code: 'proposal.code-elsewhere', bars: 'always', detail: { parcel: 'A', squareMetres: 0 } },
    ]);
  });

  //  +----+----+     +----+
  //  | A  | B  |     | A  |  far away
  //  +----+----+     +----+
  test('the same code elsewhere: not the parcel, and the parcel is not quietly gone', () => {
    const { entries } = propose(park, file(['A', box(50, 0, 60, 10)], ['B', b]), whole);
    expect(kinds(entries)).toEqual(['code:A removed', 'code:B same', 'feature:0 added']);
    for (const { faults } of [entries[0]!, entries[2]!]) {
      expect(faults).toEqual([
        { code: 'proposal.code-elsewhere', bars: 'always', others: [], detail: { parcel: 'A', squareMetres: 0 } },
      ]);
    }
  });

  //  +----------+
  //  |   +--+   |
  //  | D |? |   |     the hole of D, 4 m × 4 m
  //  |   +--+   |
  //  +----------+
  test('a hole filled by a new parcel: added, nothing else changes', () => {
    const [shell, hole] = [box(0, 0, 12, 12)[0]![0]!, box(4, 4, 8, 8)[0]![0]!];
    const ringed = parcel('D', [[shell, hole]]);
    expect(propose([ringed], file(['E', [[hole]]])).entries).toMatchObject([
      { id: 'feature:0', kind: 'added', from: [], needs: [], faults: [] },
    ]);
    // The hole drawn as land of D: reshaped, although the outer ring is the same.
    expect(propose([ringed], file(['D', [[shell]]])).entries).toMatchObject([
      { kind: 'reshaped', beforeTwiceSquareMillimetres: twice(128), afterTwiceSquareMillimetres: twice(144) },
    ]);
  });

  //  +---+   +---+
  //  | M |   | M |    one parcel of two parts
  //  +---+   +---+
  test('parts in another order: the same; one part less: reshaped', () => {
    const [west, east] = [box(0, 0, 5, 5)[0]!, box(10, 0, 15, 5)[0]!];
    const parts: MultiPolygon = [west, east];
    expect(propose([parcel('M', parts)], file(['M', [east, west]])).entries).toMatchObject([{ kind: 'same' }]);
    expect(propose([parcel('M', parts)], file(['M', [west]])).entries).toMatchObject([
      { kind: 'reshaped', afterTwiceSquareMillimetres: twice(25), movedMillimetres: 10_000 },
    ]);
  });
});

describe('without the code in the file', () => {
  //  +---------+---+
  //  |    A    |   |     17 m of 20 m kept: 85 %
  //  +---------+---+
  test.each([
    [17, ['code:A reshaped', 'feature:1 added']],
    [15, ['code:A removed', 'feature:0 added', 'feature:1 added']],
  ])('a parcel is found by its land: 20 m cut at %d m', (cut, expected) => {
    const { entries } = propose(
      [parcel('A', box(0, 0, 20, 10))],
      file(['X', box(0, 0, cut, 10)], ['Y', box(cut, 0, 20, 10)]),
    );
    expect(kinds(entries)).toEqual(expected);
    expect(entries.every(({ faults }) => faults.length === 0)).toBe(true);
  });
  test('it keeps its own code, and what the file calls it is told', () => {
    expect(propose(park, file(['N-7', a], [null, box(10, 0, 20, 10.5)])).entries).toMatchObject([
      { id: 'code:A', kind: 'same', code: 'A', fileCode: 'N-7', faults: [] },
      { id: 'code:B', kind: 'reshaped', matchedBy: 'overlap', code: 'B', fileCode: null, faults: [] },
    ]);
  });
  test('the feature with the code comes before one that lies better', () => {
    expect(propose(park, file([null, b], ['B', box(10, 0, 20, 5)])).entries).toMatchObject([
      { id: 'code:B', kind: 'reshaped', matchedBy: 'code', feature: 1 },
      { id: 'feature:0', kind: 'added' },
    ]);
  });
  test.each([
    [box(10, 0, 19, 10), b, 1],
    [b, box(10, 0, 19, 10), 0],
    [box(10, 0, 19, 10), box(10.5, 0, 20, 10), 1],
    [box(10.5, 0, 20, 10), box(10, 0, 19, 10), 0],
  ])('of two that lie on it the one with more of its land is the parcel', (one, other, feature) => {
    expect(propose(park, file([null, one], [null, other])).entries[0]).toMatchObject({ id: 'code:B', feature });
  });
});

//  +----+----+
//  | B  : B  |     halves of B, both called B
//  +----+----+
test('of equal claims to a code the outline decides, not the place in the file', () => {
  const [west, east] = [box(10, 0, 15, 10), box(15, 0, 20, 10)];
  expect(propose(park, file(['B', west], ['B', east])).entries[0]).toMatchObject({ kind: 'reshaped', feature: 0 });
  expect(propose(park, file(['B', east], ['B', west])).entries[0]).toMatchObject({ kind: 'reshaped', feature: 1 });
});

//  +--------+
//  | A , A2 |     the park itself has two parcels on the same land
//  +--------+
test('a fault the park has already is not the fault of a file that leaves it so', () => {
  const doubled = [parcel('A', a), parcel('A2', a)];
  for (const code of ['A', null]) {
    expect(propose(doubled, file([code, a])).entries).toMatchObject([{ id: 'code:A', kind: 'same', faults: [] }]);
  }
  expect(kinds(propose(doubled, file(['A', a], ['A2', a])).entries)).toEqual(['code:A same', 'code:A2 same']);
});
