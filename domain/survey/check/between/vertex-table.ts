/** Numbers places from 0, the same place with the same number: open addressing, at most half full. */
export class VertexTable {
  readonly #slots: Int32Array;
  readonly #xs: Float64Array;
  readonly #ys: Float64Array;
  count = 0;

  constructor(most: number) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(1, most) * 2))).fill(-1);
    this.#xs = new Float64Array(most);
    this.#ys = new Float64Array(most);
  }

  idOf(x: number, y: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hashOf(x, y) & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot]!;
      if (id < 0) {
        slots[slot] = this.count;
        this.#xs[this.count] = x;
        this.#ys[this.count] = y;
        return this.count++;
      }
      if (this.#xs[id] === x && this.#ys[id] === y) return id;
    }
  }
}

/** The mixing of MurmurHash3 over two whole numbers. */
export function hashOf(x: number, y: number): number {
  let hash = Math.imul(x | 0, 0xcc9e2d51) ^ Math.imul(((y | 0) << 15) | ((y | 0) >>> 17), 0x1b873593);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
