import { ExactSum } from './exact-sum.ts';
import { directedEdges, type PreparedOverlay } from './prepare-overlay.ts';
import type { MultiPolygon } from '../shapes.ts';
import { isLeftOfMoved, isMovedLeft, windingOfLand, windingOfParcel } from './winding.ts';

/**
 * Green's theorem on both boundaries: an edge counts as far as it lies in the other land. The land is thought to be
 * moved east by ε and north by ε² (Edelsbrunner and Mücke, Simulation of Simplicity, 1990), which changes no area in
 * the limit and leaves no corner on an edge and no edge on another; every sign below is decided by whole numbers.
 */
export function crossedArea(land: PreparedOverlay, near: readonly number[], parcel: MultiPolygon): number {
  const { edges } = land;
  const own = directedEdges(parcel);
  const sum = new ExactSum();
  const originX = own[0]!;
  const originY = own[1]!;
  let windings = 0;
  for (let at = 0; at < own.length; at += 4) {
    const ax = own[at]!;
    const ay = own[at + 1]!;
    const bx = own[at + 2]!;
    const by = own[at + 3]!;
    const dx = bx - ax;
    const dy = by - ay;
    const isStart = at === 0 || ax !== own[at - 2] || ay !== own[at - 1];
    if (isStart) windings = windingOfLand(land, ax, ay);
    const ownCross = (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
    for (let index = 0; index < near.length; index += 1) {
      const other = near[index]!;
      const cx = edges[other]!;
      const cy = edges[other + 1]!;
      const ex = edges[other + 2]!;
      const ey = edges[other + 3]!;
      if ((cx < ax && cx < bx && ex < ax && ex < bx) || (cx > ax && cx > bx && ex > ax && ex > bx)) continue;
      if ((cy < ay && cy < by && ey < ay && ey < by) || (cy > ay && cy > by && ey > ay && ey > by)) continue;
      const fx = ex - cx;
      const fy = ey - cy;
      const start = fx * (ay - cy) - fy * (ax - cx);
      const end = fx * (by - cy) - fy * (bx - cx);
      const isEndLeft = isLeftOfMoved(end, fx, fy);
      if (isLeftOfMoved(start, fx, fy) === isEndLeft) continue;
      const from = dx * (cy - ay) - dy * (cx - ax);
      const to = dx * (ey - ay) - dy * (ex - ax);
      if (isMovedLeft(from, dx, dy) === isMovedLeft(to, dx, dy)) continue;
      const otherCross = (cx - originX) * (ey - originY) - (ex - originX) * (cy - originY);
      windings += isEndLeft ? 1 : -1;
      sum.addQuotient(from, otherCross, start, ownCross, isEndLeft ? from - to : to - from);
    }
    if (windings !== 0) sum.add(windings * ownCross);
  }
  for (const other of near) {
    const inside = windingOfParcel(own, edges[other + 2]!, edges[other + 3]!);
    if (inside === 0) continue;
    const x0 = edges[other]! - originX;
    const y0 = edges[other + 1]! - originY;
    sum.add(inside * (x0 * (edges[other + 3]! - originY) - (edges[other + 2]! - originX) * y0));
  }
  return sum.value;
}
