import type { Report } from '../finding.ts';
import type { CheckLimits } from '../limits.ts';
import { turn } from '../ring/ring-under-check.ts';
import type { Neighbour } from './neighbour-corners.ts';
import type { SurveyLand } from './survey-land.ts';

const vertexRange = 2 ** 23;

/**
 * Tells corners that lie on a neighbour's edge where the neighbour has none (a T-junction: it can have one), and corners
 * that miss the edge by a little. A place is told once for an edge, however many features have a corner there.
 */
export class JunctionFinder {
  readonly #land: SurveyLand;
  readonly #limits: CheckLimits;
  readonly #report: Report;
  readonly #told = new Set<number>();

  constructor(land: SurveyLand, limits: CheckLimits, report: Report) {
    this.#land = land;
    this.#limits = limits;
    this.#report = report;
  }

  add(corner: number, { feature, edge, edgeDistance: distanceMillimetres }: Neighbour): void {
    const land = this.#land;
    const key = edge * vertexRange + land.vertices[corner]!;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const [point, from, until] = [land.pointOf(corner), land.pointOf(edge), land.pointOf(land.next(edge))];
    const where = land.placeOf(edge);
    const finding = { feature, other: land.featureOf(corner), where, place: point, detail: { distanceMillimetres } };
    if (distanceMillimetres > this.#limits.onEdge) return this.#report({ code: 'near-edge', ...finding });
    const twiceAreaChange = Math.abs(turn(from, until, point));
    const insert = { kind: 'insert-corner', feature, ...where, from, until, point, twiceAreaChange } as const;
    this.#report({ code: 't-junction', ...finding, repair: insert });
  }
}
