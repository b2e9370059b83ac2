import { insideRing, type Point } from '../shape/curve.ts';
import { toValley, valleyLine } from './frame.ts';
import type { Label, Plan } from './plan.ts';
import { planParcels, type LandUse } from './uses.ts';
import type { Vertex } from '../cover/node.ts';
import { piecesOf } from '../cover/plane.ts';
import type { Road } from '../shape/roads.ts';
import { Path } from '../shape/path.ts';

/** Where the standard factory of 2008 is to stand, left of the avenue; its parcel is kept for it. */
export const standardFactoryChainage = 758;

export type Access = { road: string; fromMetres: number; toMetres: number; side: 'left' | 'right' };
export type Parcel = {
  code: string;
  landUse: LandUse;
  phase: '1' | '2' | '3';
  access: Access | null;
  areaSquareMetres: number;
  rings: Vertex[][];
  face: number;
  middle: Point;
};

export function listParcels(plan: Plan): Parcel[] {
  const pieces = piecesOf(plan.plane, plan.labels, (l: Label) => l.key, plan.idle).filter(
    ({ label }) => label.land.kind === 'parcel',
  );
  const loop = insideLoop(plan.roads);
  const avenue = plan.roads.find((r) => r.code === 'R0')!.path;
  const found = pieces.map(({ label, polygons, area }) => {
    const ids = polygons[0]!;
    const rings = ids.map((ring) => ring.map((id) => plan.plane.vertices[id]!));
    const middle = centroid(rings[0]!);
    const face = label.land.kind === 'parcel' ? label.land.face : -1;
    const valleyMiddle = toValley(middle);
    const onAvenue = avenue.foot(middle);
    return {
      sector: sectorOf(middle, valleyMiddle, plan.roads, loop),
      u: valleyMiddle[0],
      parcel: {
        code: '',
        landUse: planParcels(onAvenue.chainage, onAvenue.offset, valleyMiddle),
        phase: label.phase,
        access: accessOf(rings[0]!, plan.roads),
        areaSquareMetres: area / 1e6,
        rings,
        face,
        middle,
      },
    };
  });
  const numbers = new Map<string, number>();
  return found
    .sort((a, b) => (a.sector < b.sector ? -1 : a.sector > b.sector ? 1 : a.u - b.u))
    .map(({ sector, parcel }) => {
      const number = (numbers.get(sector) ?? 0) + 1;
      numbers.set(sector, number);
      return { ...parcel, code: `${sector}-${String(number).padStart(2, '0')}` };
    });
}

function centroid(ring: readonly Vertex[]): Point {
  const o = ring[0]!;
  let [sum, x, y] = [0, 0, 0];
  ring.forEach((p, i) => {
    const q = ring[(i + 1) % ring.length]!;
    const w = (p.x - o.x) * (q.y - o.y) - (q.x - o.x) * (p.y - o.y);
    sum += w;
    x += (p.x + q.x - 2 * o.x) * w;
    y += (p.y + q.y - 2 * o.y) * w;
  });
  return [(o.x + x / sum / 3) / 1000, (o.y + y / sum / 3) / 1000];
}

function insideLoop(roads: readonly Road[]): Point[] {
  const path = (code: string): readonly Point[] => roads.find((r) => r.code === code)!.path.points;
  return [...path('R1'), ...[...path('R2')].reverse()];
}

/** One letter a block group: ring road inside and outside, north and south of the avenue, between the cross roads. */
function sectorOf(at: Point, [u, v]: Point, roads: readonly Road[], loop: readonly Point[]): string {
  const east = (code: string): boolean =>
    roads.find((r) => r.code === code)!.path.foot(at).offset * (code === 'R0' ? -1 : 1) > 0;
  const column = Number(east('R3')) + Number(east('R4')) + Number(east('R5'));
  const north = !east('R0');
  if (insideRing(at, loop)) return (north ? 'BCDE' : 'FGHJ')[column]!;
  if (u > 2880 && v > -330) return 'T';
  if (u < 420 && v < 300) return 'A';
  if (
    insideRing(
      at,
      valleyLine([
        [2250, -1000],
        [2250, -600],
        [2420, -470],
        [2640, -345],
        [2990, -355],
        [3200, -480],
        [3200, -1000],
      ]),
    )
  )
    return 'S';
  return (v > 0 ? 'KLMN' : 'PPQR')[column]!;
}

/** The road a parcel is entered from, and the chainages between which it lies along it. */
export function accessOf(ring: readonly Vertex[], roads: readonly Road[]): Access | null {
  const outline = new Path([...ring, ring[0]!].map((p): Point => [p.x / 1000, p.y / 1000]));
  const count = Math.ceil(outline.length / 2);
  const samples = Array.from({ length: count }, (_, i) => outline.at((outline.length * i) / count));
  const fronts = roads.map((road) => frontage(samples, road)).filter((f) => f !== null);
  const rank = { main: 0, secondary: 1, local: 2 };
  fronts.sort((a, b) => rank[a.road.class] - rank[b.road.class] || b.length - a.length);
  const best = fronts[0];
  return best ? { road: best.road.code, fromMetres: best.from, toMetres: best.to, side: best.side } : null;
}

function frontage(samples: readonly Point[], road: Road) {
  const reach = road.widthMetres / 2 + (road.class === 'main' ? 15 : 3);
  const near = samples.map((p) => road.path.foot(p)).filter((f) => f.distance < reach && f.inside);
  if (!near.length) return null;
  const left = near.filter((f) => f.offset > 0);
  const own = left.length * 2 > near.length ? left : near.filter((f) => f.offset <= 0);
  const chainages = own.map((f) => f.chainage).sort((a, b) => a - b);
  const from = Math.ceil(chainages[0]! * 10) / 10;
  const to = Math.floor(chainages[chainages.length - 1]! * 10) / 10;
  if (to - from < 22) return null;
  return { road, from, to, length: to - from, side: own[0]!.offset > 0 ? ('left' as const) : ('right' as const) };
}
