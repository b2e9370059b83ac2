import type { Position } from '../survey-file.ts';
import { isSameCorner, type RingRows } from './close-ring.ts';

interface OpenRing extends RingRows {
  readonly names: string[];
  readonly positions: Position[];
  readonly lines: number[];
}

/**
 * Sorts the rows of one record into rings: a new one begins with every other ring label and, for land, after a ring
 * has come back to its first corner.
 */
export class RingCollector {
  readonly rings: RingRows[] = [];
  readonly #closes: boolean;
  #open: OpenRing | null = null;
  #isClosed = false;
  rows = 0;

  /** Lines and points are never closed. */
  constructor(closes: boolean) {
    this.#closes = closes;
  }

  add(label: string, name: string, position: Position, line: number): void {
    this.rows += 1;
    const open = this.#open;
    const isSameRing = open !== null && open.label === label;
    const repeatsFirst = this.#closes && isSameRing && isSameCorner(open.positions[0]!, position);
    if (this.#isClosed && repeatsFirst) return;
    if (!isSameRing || this.#isClosed) {
      this.#open = { label, names: [name], positions: [position], lines: [line] };
      this.rings.push(this.#open);
      this.#isClosed = false;
      return;
    }
    open.names.push(name);
    open.positions.push(position);
    open.lines.push(line);
    this.#isClosed = repeatsFirst && open.positions.length > 3;
  }
}
