import { conceptRoads, limits, places } from './concept-design.ts';
import { insideRing, spline, type Point } from '../shape/curve.ts';
import { hillFoot, parkBank, tune, westCorner } from './boundary.ts';
import { valley, valleyLine } from './frame.ts';
import { countyRoad } from './roads.ts';
import { absorbSlivers, firstMask, idleVertices, middles, partition, type Mask } from '../cover/plane.ts';
import type { Plane } from '../cover/faces.ts';
import { Path } from '../shape/path.ts';
import { corners, roadway, type Road } from '../shape/roads.ts';
import { river, riverRing, stream, streamWidthMetres } from './water.ts';

/** The concept of 2006: smaller, a plain ladder of roads, whole blocks instead of parcels. */
export type BlockLabel = { use: string; name: string | null; key: string };
export type BlockPlan = { plane: Plane; labels: (BlockLabel | null)[]; idle: Set<number>; outline: Point[] };

const mu = 2000 / 3;

export function drawConcept(): BlockPlan {
  const outline = tune(outlineV1, 4960 * mu, -260, 40);
  const roads = conceptRoads();
  const masks = conceptMasks(roads);
  const plane = partition(
    outline,
    masks.map((m) => m.ring),
    limits.map(valleyLine),
  );
  const labels = middles(plane).map((p, i): BlockLabel | null => {
    if (!insideRing(p, outline)) return null;
    const mask = firstMask(masks, p);
    if (mask) return { ...mask, key: `${mask.use} ${mask.name}` };
    const use = places.find(({ ring }) => insideRing(p, valleyLine(ring)))?.use ?? 'M2';
    return { use, name: null, key: `block ${i}` };
  });
  const key = (l: BlockLabel): string => l.key;
  absorbSlivers(
    plane,
    labels,
    (l, { area, thickness }) => area < 400 || thickness < (l.name ? 2 : 12),
    () => true,
    key,
  );
  return { plane, labels, idle: idleVertices(plane, labels, key), outline };
}

function outlineV1(shift: number): Point[] {
  const edge = new Path(countyRoad.path.parallel(countyRoad.widthMetres / 2 + 1));
  const start = westCorner(edge);
  const east = river.foot(valley(3040, -380)).chainage;
  const bankLine = parkBank(start.river, east);
  const hill = spline(
    [
      bankLine[bankLine.length - 1]!,
      ...valleyLine([
        [3060, -160],
        [3040, 120],
        [2990, 320 + shift * 0.5],
      ]),
      ...valleyLine(
        hillFoot
          .filter(([u]) => u < 2900)
          .map(([u, v], i, all): Point => [u, v + shift * Math.min(1, (all.length - 1 - i) / 4)]),
      ),
    ],
    0.25,
  );
  return [...bankLine, ...hill.slice(1), ...edge.part(edge.foot(hill[hill.length - 1]!).chainage, start.edge).slice(1)];
}

type Block = { use: string; name: string | null };

function conceptMasks(roads: readonly Road[]): Mask<Block>[] {
  const mask = (use: string, name: string, ring: Point[]): Mask<Block> => ({ ring, label: { use, name } });
  const avenue = roads[0]!.path;
  const half = streamWidthMetres / 2;
  return [
    ...roads.flatMap((road, i) =>
      [roadway(road), ...roads.slice(0, i).flatMap((other) => corners(road, other))].map((ring) =>
        mask('S1', road.name, ring),
      ),
    ),
    mask('E1', '金坑溪', stream.strip(-half, half)),
    mask(
      'G1',
      '金岭山公园',
      spline(
        valleyLine([
          [1200, 215],
          [1300, 175],
          [1420, 180],
          [1500, 225],
          [1520, 310],
          [1460, 360],
          [1330, 372],
          [1215, 350],
          [1180, 280],
        ]),
        0.15,
        true,
      ).slice(0, -1),
    ),
    mask('G2', '溪岸绿带', stream.strip(-half - 12, half + 12)),
    mask(
      'G2',
      '滨河绿带',
      riverRing(river.foot(valley(-300, -500)).chainage, river.foot(valley(3300, -600)).chainage, 25),
    ),
    mask('G2', '主干道绿带', avenue.strip(-25, 25)),
    mask(
      'U4',
      '污水处理厂',
      valleyLine([
        [2880, -60],
        [3100, -60],
        [3100, -420],
        [2880, -420],
      ]),
    ),
    mask(
      'U1',
      '变电站',
      valleyLine([
        [1640, 390],
        [1790, 390],
        [1790, 500],
        [1640, 500],
      ]),
    ),
    mask(
      'E4',
      '山林保留地',
      valleyLine([
        [1700, 520],
        [2140, 520],
        [2140, 1000],
        [1700, 1000],
      ]),
    ),
    mask(
      'E6',
      '溪口村',
      valleyLine([
        [-200, -360],
        [190, -352],
        [230, -440],
        [230, -720],
        [-200, -720],
      ]),
    ),
  ];
}
