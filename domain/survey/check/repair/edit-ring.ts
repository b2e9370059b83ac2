import type { Point, Ring } from '../../../geometry/shapes.ts';
import { isSame } from '../ring/ring-under-check.ts';
import type { RefusedRepair } from './apply-repairs.ts';
import type { Repair } from './repair.ts';

interface EditedRing {
  readonly ring: Ring;
  readonly applied: readonly Repair[];
  readonly refused: readonly RefusedRepair[];
}

/** Drops, moves and inserts corners. What would leave fewer than three corners is not done at all. */
export function editRing(ring: Ring, repairs: readonly Repair[]): EditedRing {
  const edits = new Map<number, Repair>();
  const inserts = new Map<number, Point[]>();
  const applied: Repair[] = [];
  const refused: RefusedRepair[] = [];
  for (const repair of repairs) {
    if (repair.kind !== 'drop-corner' && repair.kind !== 'move-corner' && repair.kind !== 'insert-corner') continue;
    const corner = ring[repair.corner];
    const isStale = !corner || !isSame(corner, repair.from);
    if (isStale || (repair.kind === 'insert-corner' && !isSame(nextOther(ring, repair.corner), repair.until))) {
      refused.push({ repair, reason: 'stale' });
    } else if (repair.kind === 'insert-corner') {
      inserts.set(repair.corner, [...(inserts.get(repair.corner) ?? []), repair.point]);
      applied.push(repair);
    } else if (edits.has(repair.corner)) {
      refused.push({ repair, reason: 'conflict' });
    } else {
      edits.set(repair.corner, repair);
      applied.push(repair);
    }
  }
  if (applied.length === 0) return { ring, applied, refused };
  const edited = withoutRepeats(written(ring, edits, inserts));
  if (edited.length >= 3) return { ring: edited, applied, refused };
  return {
    ring,
    applied: [],
    refused: [...refused, ...applied.map((repair) => ({ repair, reason: 'conflict' as const }))],
  };
}

function written(
  ring: Ring,
  edits: ReadonlyMap<number, Repair>,
  inserts: ReadonlyMap<number, readonly Point[]>,
): Point[] {
  return ring.flatMap((point, corner) => {
    const edit = edits.get(corner);
    const own = edit?.kind === 'drop-corner' ? [] : [edit?.kind === 'move-corner' ? edit.to : point];
    const added = [...(inserts.get(corner) ?? [])].sort((a, b) => distance(point, a) - distance(point, b));
    return [...own, ...added];
  });
}

function withoutRepeats(ring: readonly Point[]): Point[] {
  return ring.filter((point, corner) => !isSame(point, ring[(corner + ring.length - 1) % ring.length]!));
}

function nextOther(ring: Ring, corner: number): Point {
  for (let step = 1; step < ring.length; step += 1) {
    const next = ring[(corner + step) % ring.length]!;
    if (!isSame(next, ring[corner]!)) return next;
  }
  return ring[corner]!;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
