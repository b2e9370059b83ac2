const nodeSize = 16;

/**
 * Boxes (west, south, east, north in one array) in a packed tree along a Hilbert curve, as in flatbush: built once,
 * about 45 bytes a box, however the boxes lie.
 */
export class BoxIndex {
  readonly #boxes: Float64Array;
  readonly #items: Int32Array;
  readonly #levels: number[] = [];

  constructor(boxes: Float64Array) {
    const count = boxes.length / 4;
    let nodes = count;
    for (let level = count; level > 1;) {
      this.#levels.push(nodes);
      level = Math.ceil(level / nodeSize);
      nodes += level;
    }
    this.#levels.push(nodes);
    this.#items = new Int32Array(count);
    this.#boxes = new Float64Array(nodes * 4);
    hilbertOrder(boxes).forEach((item, place) => {
      this.#items[place] = item;
      for (let side = 0; side < 4; side += 1) this.#boxes[place * 4 + side] = boxes[item * 4 + side]!;
    });
    this.#fill(count);
  }

  /** The boxes that meet the given one, borders included; written over `found`, in no order. */
  search(west: number, south: number, east: number, north: number, found: number[]): number[] {
    found.length = 0;
    const boxes = this.#boxes;
    const count = this.#items.length;
    if (count === 0) return found;
    const open = [boxes.length / 4 - 1, this.#levels.length - 1];
    while (open.length > 0) {
      const level = open.pop()!;
      const node = open.pop()!;
      const start = level === 0 ? node : this.#start(level - 1) + (node - this.#start(level)) * nodeSize;
      const end = level === 0 ? node + 1 : Math.min(start + nodeSize, this.#levels[level - 1]!);
      for (let at = start; at < end; at += 1) {
        const box = at * 4;
        if (boxes[box]! > east || boxes[box + 2]! < west || boxes[box + 1]! > north || boxes[box + 3]! < south)
          continue;
        if (at < count) found.push(this.#items[at]!);
        else open.push(at, level - 1);
      }
    }
    return found;
  }

  #start(level: number): number {
    return level === 0 ? 0 : this.#levels[level - 1]!;
  }

  #fill(count: number): void {
    const boxes = this.#boxes;
    let write = count;
    for (let level = 0; level + 1 < this.#levels.length; level += 1) {
      const end = this.#levels[level]!;
      for (let from = this.#start(level); from < end; from += nodeSize, write += 1) {
        for (let side = 0; side < 4; side += 1) boxes[write * 4 + side] = boxes[from * 4 + side]!;
        for (let child = from + 1; child < Math.min(from + nodeSize, end); child += 1) {
          boxes[write * 4] = Math.min(boxes[write * 4]!, boxes[child * 4]!);
          boxes[write * 4 + 1] = Math.min(boxes[write * 4 + 1]!, boxes[child * 4 + 1]!);
          boxes[write * 4 + 2] = Math.max(boxes[write * 4 + 2]!, boxes[child * 4 + 2]!);
          boxes[write * 4 + 3] = Math.max(boxes[write * 4 + 3]!, boxes[child * 4 + 3]!);
        }
      }
    }
  }
}

/** The boxes by the place of their middle on a curve of 2^15 × 2^15 cells. */
function hilbertOrder(boxes: Float64Array): Int32Array {
  const count = boxes.length / 4;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < boxes.length; at += 4) {
    west = Math.min(west, boxes[at]!);
    south = Math.min(south, boxes[at + 1]!);
    east = Math.max(east, boxes[at + 2]!);
    north = Math.max(north, boxes[at + 3]!);
  }
  const cells = 0x7fff;
  const [perEast, perNorth] = [cells / (east - west || 1), cells / (north - south || 1)];
  const keys = new Float64Array(count);
  for (let item = 0; item < count; item += 1) {
    const x = Math.floor(((boxes[item * 4]! + boxes[item * 4 + 2]!) / 2 - west) * perEast);
    const y = Math.floor(((boxes[item * 4 + 1]! + boxes[item * 4 + 3]!) / 2 - south) * perNorth);
    keys[item] = hilbert(x, y) * 2 ** 23 + item;
  }
  keys.sort();
  return Int32Array.from(keys, (key) => key % 2 ** 23);
}

/** Steps along the curve to a cell (the loop of Wikipedia's xy2d). */
function hilbert(x: number, y: number): number {
  let steps = 0;
  for (let side = 0x4000; side > 0; side >>= 1) {
    const right = (x & side) > 0 ? 1 : 0;
    const up = (y & side) > 0 ? 1 : 0;
    steps += side * side * ((3 * right) ^ up);
    if (up === 0) {
      if (right === 1) [x, y] = [0x7fff - x, 0x7fff - y];
      [x, y] = [y, x];
    }
  }
  return steps;
}
