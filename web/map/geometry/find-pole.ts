import type { Polygon, Position } from 'geojson';

export interface Pole {
  readonly position: Position;
  /** Radius of the largest circle that fits around it, in metres. */
  readonly roomMetres: number;
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly room: number;
}

const metresPerDegree = 111_320;
const precisionMetres = 1;

/** The point of a polygon farthest from its edges, where a label has most room (after Mapbox's polylabel). */
export function findPole(polygon: Polygon['coordinates']): Pole | null {
  const outer = polygon[0];
  if (!outer || outer.length < 4) return null;
  const [originX, originY] = outer[0] as [number, number];
  const scaleX = metresPerDegree * Math.cos((originY * Math.PI) / 180);
  const rings = polygon.map((ring) =>
    ring.map(([x, y]) => [(x! - originX) * scaleX, (y! - originY) * metresPerDegree]),
  );
  const best = search(rings);
  return {
    position: [originX + best.x / scaleX, originY + best.y / metresPerDegree],
    roomMetres: Math.max(0, Math.round(best.room * 10) / 10),
  };
}

function search(rings: Position[][]): Cell {
  const xs = rings[0]!.map(([x]) => x!);
  const ys = rings[0]!.map(([, y]) => y!);
  const [west, south, east, north] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const size = Math.max(Math.min(east - west, north - south), precisionMetres);
  const queue: Cell[] = [];
  for (let x = west; x < east; x += size) {
    for (let y = south; y < north; y += size) queue.push(cell(rings, x + size / 2, y + size / 2, size / 2));
  }
  let best = cell(rings, (west + east) / 2, (south + north) / 2, 0);
  for (;;) {
    const index = queue.reduce((top, one, at) => (reach(one) > reach(queue[top]!) ? at : top), 0);
    const [next] = queue.splice(index, 1);
    if (!next || reach(next) - best.room <= precisionMetres) return best;
    if (next.room > best.room) best = next;
    const half = next.half / 2;
    for (const dx of [-half, half])
      for (const dy of [-half, half]) queue.push(cell(rings, next.x + dx, next.y + dy, half));
  }
}

function cell(rings: Position[][], x: number, y: number, half: number): Cell {
  return { x, y, half, room: signedDistance(rings, x, y) };
}

function reach({ room, half }: Cell): number {
  return room + half * Math.SQRT2;
}

function signedDistance(rings: Position[][], x: number, y: number): number {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [ax, ay] = ring[i] as [number, number];
      const [bx, by] = ring[j] as [number, number];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const [dx, dy] = [bx - ax, by - ay];
      const along = dx || dy ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy))) : 0;
      nearest = Math.min(nearest, Math.hypot(ax + along * dx - x, ay + along * dy - y));
    }
  }
  return inside ? nearest : -nearest;
}
