import type { Report } from '../finding.ts';
import type { CheckLimits } from '../limits.ts';
import { JunctionFinder } from './junctions.ts';
import { NearCorners } from './near-corners.ts';
import { runsOf, type Runs } from './runs.ts';
import type { SurveyLand } from './survey-land.ts';

/** The nearest corner and the nearest edge of one other feature; distances in millimetres. */
export interface Neighbour {
  feature: number;
  corner: number;
  cornerDistance: number;
  edge: number;
  edgeDistance: number;
}

const cornersPerStep = 20_000;

/**
 * Looks at every corner for corners and edges of other features near it, and tells corners that should be one
 * (near-corners) and corners on or beside a neighbour's edge (t-junction, near-edge). Yields corners done.
 */
export function* checkNeighbourCorners(land: SurveyLand, limits: CheckLimits, report: Report): Generator<number, void> {
  const runs = runsOf(land);
  const nearCorners = new NearCorners(land, limits);
  const junctions = new JunctionFinder(land, limits, report);
  const reach = Math.max(limits.nearCorner, limits.nearEdge);
  const found: number[] = [];
  const near = new Neighbours(land, reach);
  let told = 0;
  for (let run = 0; run < runs.count; run += 1) {
    const [start, end] = [runs.starts[run]!, runs.starts[run + 1]!];
    const feature = land.featureOf(start);
    searchAround(runs, run, reach, found);
    const others = found.filter((other) => land.featureOf(runs.starts[other]!) !== feature);
    if (others.length > limits.pairsPerRing / 256) {
      report({ code: 'check-incomplete', feature, where: land.placeOf(start), detail: { neighbours: others.length } });
      others.length = 0;
    }
    for (let corner = start; corner < end && others.length > 0; corner += 1) {
      const [x, y] = [land.xs[corner]!, land.ys[corner]!];
      near.clear();
      for (const other of others) {
        const box = other * 4;
        if (x < runs.boxes[box]! - reach || x > runs.boxes[box + 2]! + reach) continue;
        if (y < runs.boxes[box + 1]! - reach || y > runs.boxes[box + 3]! + reach) continue;
        near.look(x, y, runs.starts[other]!, runs.starts[other + 1]!);
      }
      for (let at = 0; at < near.count; at += 1) {
        const neighbour = near.list[at]!;
        if (neighbour.cornerDistance === 0) continue;
        if (neighbour.cornerDistance <= limits.nearCorner) nearCorners.add(corner, neighbour);
        else if (neighbour.edgeDistance <= limits.nearEdge) junctions.add(corner, neighbour);
      }
    }
    if (end - told >= cornersPerStep) {
      told = end;
      yield end;
    }
  }
  nearCorners.tell(report);
}

function searchAround({ boxes, index }: Runs, run: number, reach: number, found: number[]): void {
  const at = run * 4;
  index.search(boxes[at]! - reach, boxes[at + 1]! - reach, boxes[at + 2]! + reach, boxes[at + 3]! + reach, found);
}

/** What lies near one corner, feature by feature; the entries are used again for the next corner. */
class Neighbours {
  readonly list: Neighbour[] = [];
  count = 0;
  readonly #land: SurveyLand;
  readonly #reach: number;

  constructor(land: SurveyLand, reach: number) {
    this.#land = land;
    this.#reach = reach;
  }

  clear(): void {
    this.count = 0;
  }

  look(x: number, y: number, start: number, end: number): void {
    const { xs, ys } = this.#land;
    const reach = this.#reach;
    for (let edge = start; edge < end; edge += 1) {
      const next = edge + 1 < end ? edge + 1 : this.#land.next(edge);
      const [ax, ay, bx, by] = [xs[edge]!, ys[edge]!, xs[next]!, ys[next]!];
      if ((x < ax - reach && x < bx - reach) || (x > ax + reach && x > bx + reach)) continue;
      if ((y < ay - reach && y < by - reach) || (y > ay + reach && y > by + reach)) continue;
      const [dx, dy] = [bx - ax, by - ay];
      const share = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
      const distance = Math.hypot(x - ax - dx * share, y - ay - dy * share);
      if (distance > reach) continue;
      const neighbour = this.#entry(this.#land.featureOf(edge));
      if (distance < neighbour.edgeDistance) {
        neighbour.edge = edge;
        neighbour.edgeDistance = distance;
      }
      this.#corner(neighbour, edge, Math.hypot(x - ax, y - ay));
      this.#corner(neighbour, next, Math.hypot(x - bx, y - by));
    }
  }

  #corner(neighbour: Neighbour, corner: number, distance: number): void {
    if (distance >= neighbour.cornerDistance) return;
    neighbour.corner = corner;
    neighbour.cornerDistance = distance;
  }

  #entry(feature: number): Neighbour {
    for (let at = 0; at < this.count; at += 1) if (this.list[at]!.feature === feature) return this.list[at]!;
    const fresh = { feature, corner: -1, cornerDistance: Infinity, edge: -1, edgeDistance: Infinity };
    this.list[this.count] = fresh;
    this.count += 1;
    return fresh;
  }
}
