import type { Point } from '../shape/curve.ts';
import { outlineV2, tune } from './boundary.ts';
import { valley, valleyLine } from './frame.ts';
import { drawCuts } from './cuts.ts';
import { countyRoad, layOutRoads } from './roads.ts';
import { greenMasks, lakeShore, utilityMasks, type Land } from './land.ts';
import { Drafting } from '../shape/drafting.ts';
import { absorbSlivers, firstMask, idleVertices, middles, partition, type Mask } from '../cover/plane.ts';
import type { Plane } from '../cover/faces.ts';
import { corners, roadway, type Road } from '../shape/roads.ts';
import { lengthened } from '../shape/roads.ts';
import { bank, river, riverRing, stream, streamWidthMetres } from './water.ts';
import { insideRing } from '../shape/curve.ts';

export type Label = { land: Land; phase: '1' | '2' | '3'; key: string };
export type Plan = { plane: Plane; labels: (Label | null)[]; roads: Road[]; outline: Point[]; idle: Set<number> };

export const mu = 2000 / 3;

export function drawPlan(): Plan {
  const roads = layOutRoads();
  const outline = tune(outlineV2, 6000 * mu, -120, 60);
  const masks = [...roadMasks(roads), ...waterMasks(), ...utilityMasks(roads), ...greenMasks(roads)];
  const drafting = new Drafting(roads, [
    outline,
    bank('left', 0, river.length),
    bank('right', 0, river.length),
    ...masks.filter((m) => stopping.has(nameOf(m.label))).map((m) => closed(m.ring)),
  ]);
  drawCuts(drafting);
  const phases = phaseRings(drafting);
  const plane = partition(outline, [...masks.map((m) => m.ring), ...phases.map((m) => m.ring)], drafting.cuts);
  const at = middles(plane);
  const labels = at.map((p, i): Label | null => {
    if (!insideRing(p, outline)) return null;
    const land = firstMask(masks, p) ?? { kind: 'parcel', face: i };
    const phase = firstMask(phases, p) ?? '2';
    return { land, phase, key: keyOfLand(land) + '@' + phase };
  });
  tidy(plane, labels);
  return { plane, labels, roads, outline, idle: idleVertices(plane, labels, (l) => l.key) };
}

/** Masks that dividing lines do not run into. */
const stopping = new Set([
  '金岭山公园',
  '中心绿轴',
  '管理中心广场',
  '金坑溪绿带',
  '110 kV 变电站',
  '自来水厂',
  '污水处理厂',
  '溪口村',
  '金坑山林',
  '西入口绿地',
  '金坑湖公园',
  '金溪湾公园',
  '滨溪公园',
]);

const nameOf = (land: Land): string => (land.kind === 'parcel' ? '' : land.name);

const closed = (ring: readonly Point[]): Point[] => [...ring, ring[0]!];

function keyOfLand(land: Land): string {
  return land.kind === 'parcel' ? `parcel ${land.face}` : `${land.kind} ${land.use} ${land.name}`;
}

function tidy(plane: Plane, labels: (Label | null)[]): void {
  const key = (l: Label): string => l.key;
  const samePhase = (a: Label, b: Label): boolean => a.phase === b.phase;
  absorbSlivers(plane, labels, (_, { area, thickness }) => area < 30 || thickness < 2, samePhase, key);
  const crumb = (l: Label, { area, thickness }: { area: number; thickness: number }): boolean =>
    l.land.kind === 'parcel' && (area < 2600 || thickness < 22);
  absorbSlivers(
    plane,
    labels,
    crumb,
    (a, b) => samePhase(a, b) && (b.land.kind === 'parcel' || b.land.kind === 'green'),
    key,
  );
  absorbSlivers(plane, labels, (l, { area }) => l.land.kind === 'green' && area < 60, samePhase, key);
}

function roadMasks(roads: readonly Road[]): Mask<Land>[] {
  const rank = { main: 0, secondary: 1, local: 2 };
  return roads.flatMap((road, i) => {
    const label: Land = { kind: 'road', use: 'S1', name: road.name, nameEn: road.nameEn, road: road.code };
    const met = roads.filter(
      (o, j) => rank[o.class] < rank[road.class] || (rank[o.class] === rank[road.class] && j < i),
    );
    const rings = [roadway(road), ...met.flatMap((other) => corners(road, other))];
    if (road.code === 'R0' || road.code === 'R5' || road.code === 'L4') rings.push(...corners(road, countyRoad));
    return rings.map((ring) => ({ ring, label }));
  });
}

function waterMasks(): Mask<Land>[] {
  const half = streamWidthMetres / 2;
  const from = river.foot(valley(1900, -700)).chainage;
  const to = river.foot(valley(3600, -700)).chainage;
  return [
    { ring: riverRing(from, to), label: { kind: 'water', use: 'E1', name: '西溪', nameEn: 'Xi Creek' } },
    { ring: lakeShore(0), label: { kind: 'water', use: 'E1', name: '金坑湖', nameEn: 'Jinkeng Lake' } },
    { ring: stream.strip(-half, half), label: { kind: 'water', use: 'E1', name: '金坑溪', nameEn: 'Jinkeng Brook' } },
  ];
}

/** Phases end on road centre lines, carried straight on to the outline. */
function phaseRings(d: Drafting): Mask<'1' | '2' | '3'>[] {
  const [r2, r4, r5] = [d.road('R2').path, d.road('R4').path, d.road('R5').path];
  const hill = r2.part(300, d.meet('R2', 'R4'));
  const third = lengthened(r5, 200).points;
  const first = [
    ...hill,
    ...r4.points.slice(1, -1),
    ...valleyLine([
      [1700, -576],
      [1690, -900],
      [-400, -900],
      [-400, 420],
    ]),
  ];
  return [
    { ring: first, label: '1' },
    {
      ring: [
        ...third,
        ...valleyLine([
          [2420, -1200],
          [4200, -1200],
          [4200, 1200],
          [2460, 1200],
        ]),
      ],
      label: '3',
    },
  ];
}
