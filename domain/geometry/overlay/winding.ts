import { bandOf, type PreparedOverlay } from './prepare-overlay.ts';

/** How often the moved land surrounds a corner: edges that a ray to the east meets, up minus down. */
export function windingOfLand(land: PreparedOverlay, x: number, y: number): number {
  const { edges, bandStarts, bandEdges } = land;
  if (y < land.south || y > land.north || x > land.east) return 0;
  const band = bandOf(land, y);
  let windings = 0;
  for (let place = bandStarts[band]!; place < bandStarts[band + 1]!; place += 1) {
    const at = bandEdges[place]! * 4;
    const y0 = edges[at + 1]!;
    const y1 = edges[at + 3]!;
    if (y0 >= y === y1 >= y) continue;
    const x0 = edges[at]!;
    const fx = edges[at + 2]! - x0;
    const fy = y1 - y0;
    const isLeft = isLeftOfMoved(fx * (y - y0) - fy * (x - x0), fx, fy);
    if (isLeft === fy > 0) windings += isLeft ? 1 : -1;
  }
  return windings;
}

/** How often a parcel surrounds a corner of the moved land. */
export function windingOfParcel(own: Float64Array, x: number, y: number): number {
  let windings = 0;
  for (let at = 0; at < own.length; at += 4) {
    const y0 = own[at + 1]!;
    const y1 = own[at + 3]!;
    if (y0 > y === y1 > y) continue;
    const dx = own[at + 2]! - own[at]!;
    const dy = y1 - y0;
    const isLeft = isMovedLeft(dx * (y - y0) - dy * (x - own[at]!), dx, dy);
    if (isLeft === dy > 0) windings += isLeft ? 1 : -1;
  }
  return windings;
}

/** Whether a corner of the parcel is left of an edge (fx, fy) of the moved land. */
export function isLeftOfMoved(turn: number, fx: number, fy: number): boolean {
  return turn !== 0 ? turn > 0 : fy !== 0 ? fy > 0 : fx < 0;
}

/** Whether a corner of the moved land is left of an edge (dx, dy) of the parcel. */
export function isMovedLeft(turn: number, dx: number, dy: number): boolean {
  return turn !== 0 ? turn > 0 : dy !== 0 ? dy < 0 : dx > 0;
}
