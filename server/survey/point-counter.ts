import type { FilePlace, SurveyShape } from '../../domain/survey/survey-file.ts';
import { Refused } from './refusal.ts';

/** Counts the points of a file while it is read. */
export class PointCounter {
  readonly #most: number;
  #points = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Throws Refused beyond the limit. */
  add(shape: SurveyShape | null, at: FilePlace): void {
    if (!shape) return;
    const lists = shape.type === 'area' ? shape.polygons.flat() : shape.type === 'line' ? shape.lines : [shape.points];
    for (const list of lists) this.#points += list.length;
    if (this.#points > this.#most) throw new Refused('survey.too-many-points', { most: this.#most }, at);
  }
}
