import type { Position } from '../survey-file.ts';

const smallestLevel = -20;
/** Boxes of 2^40 and more are all kept in one cell. */
const largestLevel = 40;
/** Corners and rings looked at before giving up: about a second. No survey comes near it. */
const mostWork = 4e8;
const none = -1;

/**
 * Finds the ring last added of those that contain a point; rings are added from the largest to the smallest, so that
 * is the smallest. A ring waits in the cell of its lower left corner, in a grid whose cells are as large as its box.
 */
export class RingIndex {
  readonly #rings: readonly (readonly Position[])[];
  readonly #boxes: Float64Array;
  readonly #levels: Uint8Array;
  /** Per level the ring last added to each cell; from there `#next` leads to the larger ones. */
  readonly #heads: (Map<number, number> | undefined)[] = [];
  readonly #next: Int32Array;
  readonly #added: Int32Array;
  #count = 0;
  #work = 0;

  constructor(rings: readonly (readonly Position[])[]) {
    this.#rings = rings;
    this.#boxes = new Float64Array(rings.length * 4);
    this.#levels = new Uint8Array(rings.length);
    this.#next = new Int32Array(rings.length).fill(none);
    this.#added = new Int32Array(rings.length);
    rings.forEach((ring, number) => this.#measure(ring, number));
  }

  get isExhausted(): boolean {
    return this.#work > mostWork;
  }

  add(ring: number): void {
    const level = this.#levels[ring]!;
    const heads = (this.#heads[level] ??= new Map());
    const cell = cellAt(level, this.#boxes[ring * 4]!, this.#boxes[ring * 4 + 1]!, 0, 0);
    this.#next[ring] = heads.get(cell) ?? none;
    heads.set(cell, ring);
    this.#added[ring] = this.#count += 1;
  }

  /** The smallest accepted ring around a point that stands for `ring`; a ring around it has no smaller box. */
  smallestAround(ring: number, [x, y]: Position, accepts: (ring: number) => boolean): number | null {
    for (let level = Math.max(this.#levels[ring]! - 1, 0); level < this.#heads.length; level += 1) {
      const heads = this.#heads[level];
      if (!heads) continue;
      let best = none;
      for (let corner = 0; corner < 4; corner += 1) {
        const cell = cellAt(level, x, y, corner & 1, corner >> 1);
        const found = this.#firstAround(heads.get(cell) ?? none, x, y, accepts);
        if (found !== none && (best === none || this.#added[found]! > this.#added[best]!)) best = found;
      }
      if (best !== none) return best;
    }
    return null;
  }

  #firstAround(head: number, x: number, y: number, accepts: (ring: number) => boolean): number {
    for (let ring = head; ring !== none && !this.isExhausted; ring = this.#next[ring]!) {
      this.#work += 1;
      const at = ring * 4;
      const boxes = this.#boxes;
      if (x < boxes[at]! || y < boxes[at + 1]! || x > boxes[at + 2]! || y > boxes[at + 3]!) continue;
      if (!accepts(ring)) continue;
      this.#work += this.#rings[ring]!.length;
      if (isInside(this.#rings[ring]!, x, y)) return ring;
    }
    return none;
  }

  #measure(ring: readonly Position[], number: number): void {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of ring) {
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
    this.#boxes.set([west, south, east, north], number * 4);
    const level = Math.ceil(Math.log2(Math.max(east - west, north - south)));
    this.#levels[number] = Math.min(Math.max(level, smallestLevel), largestLevel) - smallestLevel || 0;
  }
}

/** A number for the cell of a place, or of its neighbour that many cells to the left and below. Cells may share one. */
function cellAt(level: number, x: number, y: number, left: number, below: number): number {
  if (level === largestLevel - smallestLevel) return 0;
  const size = 2 ** (level + smallestLevel);
  return Math.imul(Math.floor(x / size) - left, 73_856_093) ^ Math.imul(Math.floor(y / size) - below, 19_349_663);
}

function isInside(ring: readonly Position[], x: number, y: number): boolean {
  let inside = false;
  let [ax, ay] = ring[ring.length - 1]!;
  for (let index = 0; index < ring.length; index += 1) {
    const [bx, by] = ring[index]!;
    if (ay > y !== by > y) {
      const turn = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
      if (turn > 0 === by > ay) inside = !inside;
    }
    ax = bx;
    ay = by;
  }
  return inside;
}
