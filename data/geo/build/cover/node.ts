/**
 * Noding on the integer millimetre grid: lines go in, a set of edges comes out that meet only at shared vertices.
 * Vertices nearer than the tolerance to a vertex or an edge become part of it, so no crumbs are left between lines
 * that were meant to be the same.
 */
export type Vertex = { x: number; y: number };
export type Edge = readonly [number, number];
export type Network = { vertices: Vertex[]; edges: Edge[] };

const cellMillimetres = 20_000;

export class Noder {
  readonly vertices: Vertex[] = [];
  private readonly byCell = new Map<number, number[]>();
  private edges: Edge[] = [];

  constructor(private readonly toleranceMillimetres: number) {}

  addLine(line: readonly Vertex[]): void {
    const ids = line.map((v) => this.vertex(v.x, v.y));
    for (let i = 1; i < ids.length; i++) this.edges.push([ids[i - 1]!, ids[i]!]);
  }

  /** Splits until nothing crosses; a handful of rounds is enough, twenty mean that something is broken. */
  node(): Network {
    this.edges = unique(this.edges);
    for (let round = 0; round < 20; round++) {
      const splits = this.findSplits();
      if (!splits.size) return { vertices: this.vertices, edges: this.edges };
      this.edges = unique(this.edges.flatMap((edge, i) => this.split(edge, splits.get(i))));
    }
    throw new Error('noding does not settle');
  }

  private vertex(x: number, y: number): number {
    const t = this.toleranceMillimetres;
    const size = Math.max(64, t * 4);
    const [cx, cy] = [Math.floor(x / size), Math.floor(y / size)];
    let best = -1;
    let nearest = t;
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const id of this.byCell.get(cellKey(cx + dx, cy + dy)) ?? []) {
          const away = Math.hypot(this.vertices[id]!.x - x, this.vertices[id]!.y - y);
          if (away <= nearest) [nearest, best] = [away, id];
        }
      }
    }
    if (best >= 0) return best;
    const id = this.vertices.push({ x: Math.round(x), y: Math.round(y) }) - 1;
    const key = cellKey(cx, cy);
    const cell = this.byCell.get(key);
    if (cell) cell.push(id);
    else this.byCell.set(key, [id]);
    return id;
  }

  private split([a, b]: Edge, inner: number[] | undefined): Edge[] {
    if (!inner) return [[a, b]];
    const [p, q] = [this.vertices[a]!, this.vertices[b]!];
    const along = (id: number): number =>
      (this.vertices[id]!.x - p.x) * (q.x - p.x) + (this.vertices[id]!.y - p.y) * (q.y - p.y);
    const chain = [
      a,
      ...[...new Set(inner)].filter((id) => id !== a && id !== b).sort((i, j) => along(i) - along(j)),
      b,
    ];
    return chain.slice(1).map((id, i): Edge => [chain[i]!, id]);
  }

  private findSplits(): Map<number, number[]> {
    const grid = this.grid();
    const splits = new Map<number, number[]>();
    const note = (edge: number, vertex: number): void => {
      if (this.edges[edge]!.includes(vertex)) return;
      const list = splits.get(edge);
      if (list) list.push(vertex);
      else splits.set(edge, [vertex]);
    };
    const seen = new Set<number>();
    for (const cell of grid.values()) {
      for (let i = 0; i < cell.length; i++) {
        for (let j = i + 1; j < cell.length; j++) {
          const [e, f] = [cell[i]!, cell[j]!];
          const pair = e * 4_194_304 + f;
          if (seen.has(pair)) continue;
          seen.add(pair);
          this.meet(e, f, note);
        }
      }
    }
    return splits;
  }

  private meet(e: number, f: number, note: (edge: number, vertex: number) => void): void {
    const [a, b] = this.edges[e]!;
    const [c, d] = this.edges[f]!;
    let touching = a === c || a === d || b === c || b === d;
    for (const id of [c, d]) if (id !== a && id !== b && this.near(id, a, b)) [touching] = [true, note(e, id)];
    for (const id of [a, b]) if (id !== c && id !== d && this.near(id, c, d)) [touching] = [true, note(f, id)];
    if (touching) return;
    const at = this.cross(a, b, c, d);
    if (!at) return;
    const id = this.vertex(at[0], at[1]);
    note(e, id);
    note(f, id);
  }

  private near(id: number, a: number, b: number): boolean {
    const [v, p, q] = [this.vertices[id]!, this.vertices[a]!, this.vertices[b]!];
    const [dx, dy] = [q.x - p.x, q.y - p.y];
    const length2 = dx * dx + dy * dy;
    const t = ((v.x - p.x) * dx + (v.y - p.y) * dy) / length2;
    if (t <= 0 || t >= 1) return false;
    return Math.hypot(v.x - p.x - t * dx, v.y - p.y - t * dy) <= this.toleranceMillimetres;
  }

  private cross(a: number, b: number, c: number, d: number): readonly [number, number] | null {
    const [p, q, r, s] = [this.vertices[a]!, this.vertices[b]!, this.vertices[c]!, this.vertices[d]!];
    const det = (q.x - p.x) * (s.y - r.y) - (q.y - p.y) * (s.x - r.x);
    if (det === 0) return null;
    const t = ((r.x - p.x) * (s.y - r.y) - (r.y - p.y) * (s.x - r.x)) / det;
    const u = ((r.x - p.x) * (q.y - p.y) - (r.y - p.y) * (q.x - p.x)) / det;
    if (t < 0 || t > 1 || u < 0 || u > 1) return null;
    return [p.x + (q.x - p.x) * t, p.y + (q.y - p.y) * t];
  }

  private grid(): Map<number, number[]> {
    const grid = new Map<number, number[]>();
    this.edges.forEach(([a, b], i) => {
      const [p, q] = [this.vertices[a]!, this.vertices[b]!];
      const x0 = Math.floor((Math.min(p.x, q.x) - 100) / cellMillimetres);
      const x1 = Math.floor((Math.max(p.x, q.x) + 100) / cellMillimetres);
      const y0 = Math.floor((Math.min(p.y, q.y) - 100) / cellMillimetres);
      const y1 = Math.floor((Math.max(p.y, q.y) + 100) / cellMillimetres);
      for (let x = x0; x <= x1; x++) {
        for (let y = y0; y <= y1; y++) {
          const key = cellKey(x, y);
          const cell = grid.get(key);
          if (cell) cell.push(i);
          else grid.set(key, [i]);
        }
      }
    });
    return grid;
  }
}

function cellKey(x: number, y: number): number {
  return (x + 1_000_000) * 4_000_000 + (y + 1_000_000);
}

function unique(edges: readonly Edge[]): Edge[] {
  const seen = new Set<number>();
  return edges.filter(([a, b]) => {
    const key = Math.min(a, b) * 67_108_864 + Math.max(a, b);
    if (a === b || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
