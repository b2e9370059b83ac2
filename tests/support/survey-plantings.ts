import { twiceAreaSquareMillimetres } from '../../domain/geometry/area.ts';
import type { MultiPolygon, Point, Ring } from '../../domain/geometry/shapes.ts';
import type { ExistingParcel } from '../../domain/survey/check/between/park-land.ts';
import type { FindingCode, PlacedFeature } from '../../domain/survey/check/finding.ts';
import type { ReadingNote } from '../../domain/survey/survey-file.ts';

/** Nine parcels of a block, row by row from the south-west; feature 1 has the road before its first three edges. */
export interface PlantedBlock {
  readonly features: PlacedFeature[];
  readonly existing: ExistingParcel[];
  readonly notes: ReadingNote[];
  readonly planted: [code: FindingCode, cell: number][];
}

type Planting = (block: PlantedBlock) => void;

const edgeOnRoad = 1;
const eastOfMiddle = { inMiddle: 4, inNeighbour: 8 };

/** How each defect is made; in brackets behind it what else it must lead to. */
export const plantings: Partial<Record<FindingCode, Planting>> = {
  'no-land': ofShape('no-land', () => []),
  'corner-not-finite': alone('corner-not-finite', [
    [0, 0],
    [NaN, 0],
    [9, 9],
  ]),
  'corner-out-of-range': alone('corner-out-of-range', [
    [0, 0],
    [40_000_000, 0],
    [9, 9],
  ]),
  'ring-too-short': alone('ring-too-short', [
    [0, 0],
    [9000, 0],
    [0, 0],
  ]),
  'zero-area': alone('zero-area', [
    [0, 0],
    [9000, 3000],
    [3000, 1000],
  ]),
  'tiny-area': alone('tiny-area', [
    [0, 0],
    [50, 0],
    [0, 50],
  ]),
  'sliver-part': alone('sliver-part', [
    [0, 0],
    [20_000, 0],
    [20_000, 60],
    [0, 60],
  ]),
  'duplicate-corner': onRoad('duplicate-corner', [[0, 0]]),
  //    |\  3 m
  // ---+ +---
  spike: onRoad('spike', [
    [2000, 0],
    [2000, 3000],
    [2020, 0],
  ]),
  //   B---A
  //    \ /
  //     x
  // ---+ C---
  'self-crossing': onRoad('self-crossing', [
    [1000, 3],
    [4000, 3000],
    [1000, 3000],
    [3000, 3],
  ]),
  //   B---A
  //    \ /
  // ----P----
  'self-touching': onRoad('self-touching', [
    [2000, 1000],
    [1000, 3000],
    [3000, 3000],
    [2000, 1000],
  ]),
  'hole-winding': withRings('hole-winding', square(5, 5, 2)),
  'hole-outside': withRings('hole-outside', clockwise(square(12, -8, 3))),
  'hole-crossing-shell': withRings('hole-crossing-shell', clockwise(square(12, -2, 5))),
  'hole-in-hole': withRings('hole-in-hole', clockwise(square(5, 5, 5)), clockwise(square(6, 6, 2))),
  'holes-overlap': withRings('holes-overlap', clockwise(square(5, 5, 5)), clockwise(square(8, 8, 5))),
  multipart: withParts(['multipart'], square(12, -8, 3)),
  'duplicate-part': withParts(['multipart', 'duplicate-part'], square(12, -8, 3), square(12, -8, 3)),
  'parts-overlap': withParts(['multipart', 'parts-overlap'], square(12, -8, 3), square(13, -7, 3)),
  'code-missing': ofFeature('code-missing', (feature) => ({ ...feature, code: ' ' })),
  'code-unfit': ofFeature('code-unfit', (feature) => ({ ...feature, code: `?${feature.code}` })),
  'code-duplicate': (block) => {
    block.features[4] = { ...block.features[4]!, code: block.features[0]!.code };
    block.planted.push(['code-duplicate', 4]);
  },
  'declared-area': ofFeature('declared-area', (feature) => {
    const value = (twiceAreaSquareMillimetres(feature.polygons) / 2e6) * 1.005;
    return { ...feature, declaredArea: { value, unit: 'square-metre' } };
  }),
  'ring-unclosed': ({ features, notes, planted }) => {
    const { at } = features[1]!;
    notes.push({ code: 'txt.ring-unclosed', severity: 'mended', at, detail: { gapMillimetres: 200 } });
    planted.push(['ring-unclosed', 1]);
  },
  'duplicate-feature': ({ features, planted }) => {
    const [west, ...rest] = ringOf(features[4]!);
    features.push({ ...features[4]!, code: `${features[4]!.code}-2`, polygons: [[[west!, ...rest.reverse()]]] });
    planted.push(['duplicate-feature', 9]);
  },
  overlap: (block) => {
    const [a, b] = [clearOf(block, turned345(square(0, 0, 20))), turned345(square(18, 3, 20))];
    block.features.push(renamed(a, '-a', [[a.corners]]), renamed(a, '-b', [[moved(b, a.at)]]));
    block.planted.push(['overlap', 0]);
  },
  'gap-sliver': (block) => {
    replaceCorner(block, 4, eastOfMiddle.inMiddle, [-300, 0]);
    block.planted.push(['gap-sliver', 4]);
  },
  'gap-enclosed': (block) => {
    block.features.splice(4, 1);
    block.planted.push(['gap-enclosed', 1]);
  },
  't-junction': (block) => {
    insertBetween(block, 4, eastOfMiddle.inMiddle, [0, 0]);
    block.planted.push(['t-junction', 5]);
  },
  'near-edge': (block) => {
    insertBetween(block, 4, eastOfMiddle.inMiddle, [-30, 0]);
    block.planted.push(['near-edge', 5], ['gap-sliver', 4]);
  },
  'near-corners': (block) => {
    const ring = ringOf(block.features[5]!);
    const [before, after] = [ring[eastOfMiddle.inNeighbour]!, ring[0]!];
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]);
    const along = [(10 * (after[0] - before[0])) / length, (10 * (after[1] - before[1])) / length] as const;
    replaceCorner(block, 5, eastOfMiddle.inNeighbour + 1, [Math.round(along[0]), Math.round(along[1])]);
    block.planted.push(['near-corners', 5]);
  },
  'outside-outline': (block) => {
    const own = block.features[0]!;
    const far = 18_000_000 + Math.abs(ringOf(own)[0]![0] % 1_000_000);
    block.features.push(renamed({ feature: own }, '-far', [[moved(square(0, 0, 10), [far, far])]]));
    block.planted.push(['outside-outline', 9]);
  },
  'overlap-existing': (block) => {
    const own = ringOf(block.features[4]!)[0]!;
    block.existing.push({ code: `old ${own.join()}`, polygons: [[moved(square(3, 10, 4), own)]] });
    block.planted.push(['overlap-existing', 4]);
  },
};

/** Takes all parcels of the block away, so that a place for another is free. */
function clearOf(block: PlantedBlock, corners: Ring) {
  const feature = block.features[0]!;
  const at = ringOf(feature)[0]!;
  block.features.length = 0;
  return { feature, at, corners: moved(corners, at) };
}

function alone(code: FindingCode, corners: readonly (readonly [number, number])[]): Planting {
  return (block) => {
    const { feature, corners: ring } = clearOf(block, corners);
    block.features.push({ ...feature, polygons: [[ring]] });
    block.planted.push([code, 0]);
  };
}

function ofFeature(code: FindingCode, change: (feature: PlacedFeature) => PlacedFeature): Planting {
  return ({ features, planted }) => {
    features[1] = change(features[1]!);
    planted.push([code, 1]);
  };
}

function ofShape(code: FindingCode, change: (shell: Ring) => MultiPolygon): Planting {
  return ofFeature(code, (feature) => ({ ...feature, polygons: change(ringOf(feature)) }));
}

/** Puts corners into the edge towards the road: millimetres along the edge and out into the road. */
function onRoad(code: FindingCode, corners: readonly (readonly [along: number, out: number])[]): Planting {
  return ofShape(code, (shell) => {
    const [from, to] = [shell[edgeOnRoad]!, shell[edgeOnRoad + 1]!];
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const [x, y] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
    const placed = corners.map(([along, out]): Point => [
      Math.round(from[0] + x * along + y * out),
      Math.round(from[1] + y * along - x * out),
    ]);
    return [[[...shell.slice(0, edgeOnRoad + 1), ...placed, ...shell.slice(edgeOnRoad + 1)]]];
  });
}

function withRings(code: FindingCode, ...holes: Ring[]): Planting {
  return ofShape(code, (shell) => [[shell, ...holes.map((hole) => moved(turned345(hole), shell[0]!))]]);
}

function withParts(codes: readonly FindingCode[], ...parts: Ring[]): Planting {
  return (block) => {
    ofShape('multipart', (shell) => [[shell], ...parts.map((part) => [moved(turned345(part), shell[0]!)])])(block);
    block.planted.length = 0;
    block.planted.push(...codes.map((code): [FindingCode, number] => [code, 1]));
  };
}

function replaceCorner(block: PlantedBlock, cell: number, corner: number, [along, across]: Point): void {
  const ring = ringOf(block.features[cell]!).map(([x, y], at): Point =>
    at === corner ? [x + along, y + across] : [x, y],
  );
  block.features[cell] = { ...block.features[cell]!, polygons: [[ring]] };
}

/** A corner in the middle of the edge behind `corner`, moved a little. */
function insertBetween(block: PlantedBlock, cell: number, corner: number, [along, across]: Point): void {
  const ring = ringOf(block.features[cell]!);
  const [from, to] = [ring[corner]!, ring[corner + 1]!];
  const middle: Point = [(from[0] + to[0]) / 2 + along, (from[1] + to[1]) / 2 + across];
  const polygons = [[[...ring.slice(0, corner + 1), middle, ...ring.slice(corner + 1)]]];
  block.features[cell] = { ...block.features[cell]!, polygons };
}

function renamed({ feature }: { feature: PlacedFeature }, suffix: string, polygons: MultiPolygon): PlacedFeature {
  return { ...feature, code: `${feature.code}${suffix}`, polygons };
}

function ringOf({ polygons }: PlacedFeature): Ring {
  return polygons[0]![0]!;
}

/** A square, counter-clockwise, in metres. */
function square(west: number, south: number, side: number): Ring {
  const [x, y, size] = [west * 1000, south * 1000, side * 1000];
  return [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
  ];
}

function clockwise(ring: Ring): Ring {
  return [...ring].reverse();
}

function turned345(ring: Ring): Ring {
  return ring.map(([u, v]): Point => [(4 * u - 3 * v) / 5, (3 * u + 4 * v) / 5]);
}

function moved(ring: Ring, [east, north]: Point): Ring {
  return ring.map(([x, y]): Point => [x + east, y + north]);
}
