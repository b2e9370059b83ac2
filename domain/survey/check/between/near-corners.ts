import type { Report } from '../finding.ts';
import type { CheckLimits } from '../limits.ts';
import type { Neighbour } from './neighbour-corners.ts';
import type { SurveyLand } from './survey-land.ts';

/**
 * Corners of neighbours that should be one. The corner of the later feature goes to the corner of the earlier one; where
 * corners follow each other in a chain, all go to the first as far as it is near enough.
 */
export class NearCorners {
  readonly #land: SurveyLand;
  readonly #limits: CheckLimits;
  /** From a corner to the corner of the earliest feature that is near it. */
  readonly #targets = new Map<number, number>();

  constructor(land: SurveyLand, limits: CheckLimits) {
    this.#land = land;
    this.#limits = limits;
  }

  add(corner: number, { feature, corner: target }: Neighbour): void {
    if (feature > this.#land.featureOf(corner)) return;
    const known = this.#targets.get(corner);
    if (known === undefined || feature < this.#land.featureOf(known)) this.#targets.set(corner, target);
  }

  tell(report: Report): void {
    const land = this.#land;
    for (const [corner, target] of this.#targets) {
      const root = this.#rootOf(target);
      const [from, to] = [land.pointOf(corner), land.pointOf(root)];
      const distance = Math.hypot(from[0] - to[0], from[1] - to[1]);
      if (distance === 0) continue;
      const near = land.pointOf(target);
      const detail = { distanceMillimetres: Math.hypot(from[0] - near[0], from[1] - near[1]) };
      const [feature, other] = [land.featureOf(corner), land.featureOf(target)];
      const where = land.placeOf(corner);
      const isNear = distance <= this.#limits.nearCorner;
      const move = { kind: 'move-corner', feature, ...where, from, to } as const;
      const repair = isNear ? { ...move, twiceAreaChange: this.#change(corner, distance) } : null;
      report({ code: 'near-corners', feature, other, where, place: from, detail, repair });
    }
  }

  #rootOf(corner: number): number {
    let root = corner;
    for (let next = this.#targets.get(root); next !== undefined; next = this.#targets.get(root)) root = next;
    return root;
  }

  /** Both edges swing by the distance; their other ends may move as well, by no more than the limit. */
  #change(corner: number, distance: number): number {
    const { xs, ys } = this.#land;
    const lengths = [this.#land.previous(corner), this.#land.next(corner)].map((end) =>
      Math.hypot(xs[end]! - xs[corner]!, ys[end]! - ys[corner]!),
    );
    const swing = distance * (lengths[0]! + lengths[1]!);
    return Math.ceil(swing + 4 * this.#limits.nearCorner ** 2);
  }
}
