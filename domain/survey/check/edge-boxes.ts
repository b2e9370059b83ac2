/** West, south, east, north of every edge (x0, y0, x1, y1), for a `BoxIndex`. */
export function edgeBoxes(edges: Float64Array): Float64Array {
  const boxes = new Float64Array(edges.length);
  for (let at = 0; at < edges.length; at += 4) {
    boxes[at] = Math.min(edges[at]!, edges[at + 2]!);
    boxes[at + 1] = Math.min(edges[at + 1]!, edges[at + 3]!);
    boxes[at + 2] = Math.max(edges[at]!, edges[at + 2]!);
    boxes[at + 3] = Math.max(edges[at + 1]!, edges[at + 3]!);
  }
  return boxes;
}
