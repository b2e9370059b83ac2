import { alignment, direction, shortArc, type Bend, type Point } from './curve.ts';
import { crossings, Path } from './path.ts';

export type RoadClass = 'main' | 'secondary' | 'local';
export type RoadDesign = {
  code: string;
  name: string;
  nameEn: string;
  class: RoadClass;
  widthMetres: number;
  /** [u, v, radius]; radius 0 at the ends. */
  bends: readonly (readonly [number, number, number])[];
  /** Codes of the roads it starts and ends on; the bends run over, the road is cut there. */
  between?: readonly [string | null, string | null];
};
export type Road = Omit<RoadDesign, 'bends' | 'between'> & { path: Path };

/** `place` turns the bends into metres of the grid; without it they are metres already. */
export function layOut(design: RoadDesign, place = (u: number, v: number): Point => [u, v]): Road {
  const { code, name, nameEn, class: roadClass, widthMetres, bends } = design;
  const points = bends.map(([u, v, radiusMetres]): Bend => ({ at: place(u, v), radiusMetres }));
  return { code, name, nameEn, class: roadClass, widthMetres, path: new Path(alignment(points).map(onMillimetres)) };
}

export function trimmed(
  road: Road,
  [start, end]: readonly [string | null, string | null],
  others: readonly Road[],
): Road {
  const hits = (code: string): number[] => {
    const found = crossings(road.path, others.find((o) => o.code === code)!.path).map(({ onA }) => onA);
    if (!found.length) throw new Error(`${road.code} does not reach ${code}`);
    return found;
  };
  const from = start ? Math.min(...hits(start)) : 0;
  const part = road.path.part(from, end ? Math.max(...hits(end)) : road.path.length);
  return { ...road, path: new Path(part.map(onMillimetres)) };
}

const onMillimetres = ([x, y]: Point): Point => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];

/** The ring between the kerb lines; both ends run a little on, so that it closes with the road it meets. */
export function roadway(road: Road, extraMetres = 0, endMetres = 6): Point[] {
  const half = road.widthMetres / 2 + extraMetres;
  return lengthened(road.path, endMetres).strip(-half, half);
}

export function lengthened(path: Path, metres: number): Path {
  const p = path.points;
  const [a, b, y, z] = [p[0]!, p[1]!, p[p.length - 2]!, p[p.length - 1]!];
  const [start, end] = [direction(b, a), direction(y, z)];
  return new Path([
    [a[0] + start[0] * metres, a[1] + start[1] * metres],
    ...p,
    [z[0] + end[0] * metres, z[1] + end[1] * metres],
  ]);
}

export const cornerRadiusMetres = (a: Road, b: Road): number => {
  if (a.class === 'local' || b.class === 'local') return a.class === 'main' || b.class === 'main' ? 18 : 14;
  return a.class === 'main' || b.class === 'main' ? 28 : 22;
};

/**
 * Corner radii where two roads meet: the kerb arcs, each closed over the crossing point as a ring.
 *
 *        B
 *        |  .   the ring is  crossing – tangent on A – arc – tangent on B
 *        | .
 *        +----- A
 */
export function corners(a: Road, b: Road): Point[][] {
  const radius = cornerRadiusMetres(a, b);
  const rings: Point[][] = [];
  const meeting = crossings(lengthened(a.path, 3), lengthened(b.path, 3));
  for (const sideA of [-1, 1]) {
    for (const sideB of [-1, 1]) {
      const offA = new Path(a.path.parallel(sideA * (a.widthMetres / 2 + radius)));
      const offB = new Path(b.path.parallel(sideB * (b.widthMetres / 2 + radius)));
      for (const { at: centre } of crossings(offA, offB)) {
        const [footA, footB] = [a.path.foot(centre), b.path.foot(centre)];
        if (!footA.inside || !footB.inside) continue;
        const near = meeting.find(({ at }) => Math.hypot(at[0] - centre[0], at[1] - centre[1]) < radius * 6 + 60);
        if (!near) continue;
        const onA = a.path.at(footA.chainage, (sideA * a.widthMetres) / 2);
        const onB = b.path.at(footB.chainage, (sideB * b.widthMetres) / 2);
        rings.push([near.at, ...shortArc(centre, onA, onB)]);
      }
    }
  }
  return rings;
}
