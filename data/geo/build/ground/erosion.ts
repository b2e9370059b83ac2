const incision = 0.05;

/** Heights on a square grid, row by row from the south-west. */
export type Relief = { columns: number; rows: number; cellMetres: number; heights: Float64Array };

/**
 * Carves a drainage network: uplift against stream-power incision (implicit, after Braun and Willett 2013) and creep.
 * Cells with a fixed height are rivers and the rim (which must be fixed); everything drains to them.
 */
export function erode(relief: Relief, uplift: Float64Array, fixed: Uint8Array, rounds: number): void {
  const { columns, rows, cellMetres, heights } = relief;
  const count = columns * rows;
  const receiver = new Int32Array(count);
  const length = new Float64Array(count);
  const area = new Float64Array(count);
  for (let round = 0; round < rounds; round++) {
    if (round % 5 === 0) fillPits(relief, fixed);
    for (let i = 0; i < count; i++) if (!fixed[i]) heights[i]! += uplift[i]!;
    findReceivers(relief, fixed, receiver, length);
    const order = upstreamOrder(receiver);
    area.fill(cellMetres * cellMetres);
    for (let k = count - 1; k >= 0; k--) {
      const i = order[k]!;
      if (receiver[i] !== i) area[receiver[i]!]! += area[i]!;
    }
    for (let k = 0; k < count; k++) {
      const i = order[k]!;
      const r = receiver[i]!;
      if (r === i) continue;
      const f = (incision * Math.sqrt(area[i]!)) / length[i]!;
      heights[i] = (heights[i]! + f * heights[r]!) / (1 + f);
    }
    creep(relief, fixed, 0.14);
  }
}

/** Every cell gets a way down: a cell in a pit is lifted a little above the lowest way out of it. */
function fillPits({ columns, rows, heights }: Relief, fixed: Uint8Array): void {
  const count = columns * rows;
  const done = new Uint8Array(count);
  const heap = new Heap(heights);
  for (let i = 0; i < count; i++) {
    const [x, y] = [i % columns, Math.floor(i / columns)];
    if (fixed[i] || x === 0 || y === 0 || x === columns - 1 || y === rows - 1) {
      done[i] = 1;
      heap.push(i);
    }
  }
  for (let i = heap.pop(); i >= 0; i = heap.pop()) {
    for (const n of neighbours(i, columns, rows)) {
      if (done[n]) continue;
      done[n] = 1;
      if (heights[n]! <= heights[i]!) heights[n] = heights[i]! + 0.01;
      heap.push(n);
    }
  }
}

function findReceivers(
  { columns, rows, cellMetres, heights }: Relief,
  fixed: Uint8Array,
  receiver: Int32Array,
  length: Float64Array,
): void {
  const steps = [1, -1, columns, -columns, columns + 1, columns - 1, -columns + 1, -columns - 1];
  for (let i = 0; i < columns * rows; i++) {
    receiver[i] = i;
    if (fixed[i]) continue;
    let steepest = 0;
    for (let k = 0; k < 8; k++) {
      const n = i + steps[k]!;
      const away = k < 4 ? cellMetres : cellMetres * Math.SQRT2;
      const slope = (heights[i]! - heights[n]!) / away;
      if (slope <= steepest) continue;
      steepest = slope;
      receiver[i] = n;
      length[i] = away;
    }
  }
}

/** Receivers before the cells that drain to them. */
function upstreamOrder(receiver: Int32Array): Int32Array {
  const count = receiver.length;
  const start = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) if (receiver[i] !== i) start[receiver[i]! + 1]!++;
  for (let i = 0; i < count; i++) start[i + 1]! += start[i]!;
  const givers = new Int32Array(start[count]!);
  const next = start.slice(0, count);
  for (let i = 0; i < count; i++) if (receiver[i] !== i) givers[next[receiver[i]!]!++] = i;
  const order = new Int32Array(count);
  let [head, tail] = [0, 0];
  for (let i = 0; i < count; i++) if (receiver[i] === i) order[tail++] = i;
  while (head < tail) {
    const i = order[head++]!;
    for (let k = start[i]!; k < start[i + 1]!; k++) order[tail++] = givers[k]!;
  }
  return order;
}

/** Diffusion: rounds ridges and valley floors. */
export function creep({ columns, rows, heights }: Relief, fixed: Uint8Array, strength: number): void {
  const before = heights.slice();
  for (let y = 1; y < rows - 1; y++) {
    for (let x = 1; x < columns - 1; x++) {
      const i = y * columns + x;
      if (fixed[i]) continue;
      const mean = (before[i - 1]! + before[i + 1]! + before[i - columns]! + before[i + columns]!) / 4;
      heights[i] = before[i]! + (mean - before[i]!) * strength;
    }
  }
}

function neighbours(i: number, columns: number, rows: number): number[] {
  const [x, y] = [i % columns, Math.floor(i / columns)];
  if (x > 0 && y > 0 && x < columns - 1 && y < rows - 1)
    return [i + 1, i - 1, i + columns, i - columns, i + columns + 1, i + columns - 1, i - columns + 1, i - columns - 1];
  return [
    x > 0 ? i - 1 : -1,
    x < columns - 1 ? i + 1 : -1,
    y > 0 ? i - columns : -1,
    y < rows - 1 ? i + columns : -1,
  ].filter((n) => n >= 0);
}

/** A binary heap of cells by height. */
class Heap {
  private readonly items: number[] = [];
  constructor(private readonly heights: Float64Array) {}

  push(item: number): void {
    const items = this.items;
    let i = items.push(item) - 1;
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (this.heights[items[up]!]! <= this.heights[item]!) break;
      items[i] = items[up]!;
      i = up;
    }
    items[i] = item;
  }

  pop(): number {
    const items = this.items;
    if (!items.length) return -1;
    const top = items[0]!;
    const last = items.pop()!;
    if (!items.length) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && this.heights[items[child + 1]!]! < this.heights[items[child]!]!) child++;
      if (this.heights[items[child]!]! >= this.heights[last]!) break;
      items[i] = items[child]!;
      i = child;
    }
    items[i] = last;
    return top;
  }
}
