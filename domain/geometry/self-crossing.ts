type Corner = readonly [number, number];

/**
 * A corner of the first edge of an open ring that crosses or touches an edge that is not its neighbour, or null.
 * Edges are swept in order of their lowest first coordinate, so natural outlines cost about n log n.
 */
export function firstSelfCrossing(corners: readonly Corner[]): Corner | null {
  const edges = corners.map((from, index) => {
    const to = corners[(index + 1) % corners.length]!;
    return { index, from, to, low: Math.min(from[0], to[0]), high: Math.max(from[0], to[0]) };
  });
  edges.sort((a, b) => a.low - b.low);
  let active: typeof edges = [];
  for (const edge of edges) {
    active = active.filter((other) => other.high >= edge.low);
    for (const other of active) {
      const distance = Math.abs(edge.index - other.index);
      const isNeighbour = distance === 1 || distance === corners.length - 1;
      if (!isNeighbour && meet(edge.from, edge.to, other.from, other.to)) return edge.from;
      if (isNeighbour && foldsBack(edge, other)) return edge.from;
    }
    active.push(edge);
  }
  return null;
}

function foldsBack(a: { from: Corner; to: Corner }, b: { from: Corner; to: Corner }): boolean {
  const [first, second] = a.to === b.from ? [a, b] : [b, a];
  const shared = first.to;
  const isStraight = turn(first.from, shared, second.to) === 0;
  const dot =
    (first.from[0] - shared[0]) * (second.to[0] - shared[0]) + (first.from[1] - shared[1]) * (second.to[1] - shared[1]);
  return isStraight && dot > 0;
}

function meet(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  const abc = turn(a, b, c);
  const abd = turn(a, b, d);
  const cda = turn(c, d, a);
  const cdb = turn(c, d, b);
  if (abc * abd < 0 && cda * cdb < 0) return true;
  return (
    (abc === 0 && within(a, b, c)) ||
    (abd === 0 && within(a, b, d)) ||
    (cda === 0 && within(c, d, a)) ||
    (cdb === 0 && within(c, d, b))
  );
}

function turn(a: Corner, b: Corner, c: Corner): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function within(a: Corner, b: Corner, point: Corner): boolean {
  return (
    Math.min(a[0], b[0]) <= point[0] &&
    point[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= point[1] &&
    point[1] <= Math.max(a[1], b[1])
  );
}
