import { crossing, distance, type Point } from './curve.ts';
import { type Path, crossings } from './path.ts';
import { lengthened, type Road } from './roads.ts';

/** The drawing table: dividing lines set off from roads, each running until it meets the next line. */
export class Drafting {
  readonly cuts: Point[][] = [];
  private readonly stops: Point[][];

  constructor(
    private readonly roads: readonly Road[],
    stops: readonly (readonly Point[])[],
  ) {
    this.stops = [...stops.map((line) => [...line]), ...roads.map((road) => [...road.path.points])];
  }

  road(code: string): Road {
    const road = this.roads.find((r) => r.code === code);
    if (!road) throw new Error(`no road ${code}`);
    return road;
  }

  /** Chainage on `code` where it meets `other`. */
  meet(code: string, other: string): number {
    const a = this.road(code).path;
    const hits = crossings(lengthened(a, 4), lengthened(this.road(other).path, 4)).map(({ onA }) => onA - 4);
    if (!hits.length) throw new Error(`${code} does not meet ${other}`);
    return Math.min(a.length, Math.max(0, Math.min(...hits)));
  }

  /** A rear line parallel to a road. */
  back(code: string, offset: number, from: number, to: number): void {
    this.add(this.road(code).path.parallel(offset, from, to));
  }

  /** A line square to a road from its centre to the next line; `lean` turns it (degrees, to the left). */
  square(code: string, chainage: number, side: 'left' | 'right', lean = 0): void {
    const { path, widthMetres } = this.road(code);
    const sign = side === 'left' ? 1 : -1;
    const turn = path.heading(chainage) + (sign * Math.PI) / 2 + (lean * Math.PI) / 180;
    const from = path.at(chainage, sign * (widthMetres / 2 - 1));
    this.add(this.run(from, [from[0] + Math.cos(turn) * 1500, from[1] + Math.sin(turn) * 1500]));
  }

  squares(code: string, side: 'left' | 'right', chainages: readonly number[], lean = 0): void {
    for (const chainage of chainages) this.square(code, chainage, side, lean);
  }

  line(points: readonly Point[]): void {
    this.add([...points]);
  }

  private add(line: Point[]): void {
    this.cuts.push(line);
    this.stops.push(line);
  }

  private run(from: Point, to: Point): Point[] {
    let nearest = 1;
    const length = distance(from, to);
    for (const stop of this.stops) {
      for (let i = 0; i + 1 < stop.length; i++) {
        const hit = crossing(from, to, stop[i]!, stop[i + 1]!);
        if (hit && hit.t * length > 12 && hit.t < nearest) nearest = hit.t;
      }
    }
    const t = nearest + 0.3 / length;
    return [from, [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]];
  }
}

export const ringOf = (path: Path, right: number, left: number, from: number, to: number): Point[] =>
  path.strip(right, left, Math.max(0, from), Math.min(path.length, to));
