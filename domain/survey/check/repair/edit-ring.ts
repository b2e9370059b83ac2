import type { Point, Ring } from '../../../geometry/shapes.ts';
import { isSame } from '../ring/ring-under-check.ts';
import type { RefusedRepair } from './apply-repairs.ts';
import type { Repair } from './repair.ts';

interface EditedRing {
  readonly ring: Ring;
  readonly applied: readonly Repair[];
  readonly refused: readonly RefusedRepair[];
}

type Insert = Extract<Repair, { kind: 'insert-corner' }>;
type Edit = Extract<Repair, { kind: 'drop-corner' | 'move-corner' }>;

/**
 * Drops, moves and inserts corners. A place is not dropped beside one that is dropped or moved: together they would
 * change more area than each of them states. What would leave fewer than three corners is not done at all.
 */
export function editRing(ring: Ring, repairs: readonly Repair[]): EditedRing {
  const places = new Places(ring);
  const edits = new Map<number, Edit>();
  const inserts: Insert[] = [];
  const refused: RefusedRepair[] = [];
  const isStale = ({ corner, from }: Edit | Insert) => !ring[corner] || !isSame(ring[corner], from);
  for (const repair of repairs) {
    if (repair.kind !== 'drop-corner' && repair.kind !== 'move-corner') continue;
    if (isStale(repair) || !places.isBehind(repair)) refused.push({ repair, reason: 'stale' });
    else if (edits.has(repair.corner) || !places.take(repair)) refused.push({ repair, reason: 'conflict' });
    else edits.set(repair.corner, repair);
  }
  for (const repair of repairs) {
    if (repair.kind !== 'insert-corner') continue;
    if (isStale(repair) || !isSame(places.nextPoint(repair.corner), repair.until)) {
      refused.push({ repair, reason: 'stale' });
    } else if (places.isEndGone(repair.corner)) refused.push({ repair, reason: 'conflict' });
    else inserts.push(repair);
  }
  const applied = [...edits.values(), ...inserts];
  if (applied.length === 0) return { ring, applied, refused };
  const edited = withoutRepeats(written(ring, edits, inserts));
  if (edited.length >= 3) return { ring: edited, applied, refused };
  const all = applied.map((repair): RefusedRepair => ({ repair, reason: 'conflict' }));
  return { ring, applied: [], refused: [...refused, ...all] };
}

/** The places of a ring: corners that follow each other on the same spot are one. */
class Places {
  readonly #ring: Ring;
  readonly #ofCorner: number[] = [];
  readonly #left: number[] = [];
  readonly #moved = new Set<number>();

  constructor(ring: Ring) {
    this.#ring = ring;
    ring.forEach((point, corner) => {
      if (corner === 0 || !isSame(point, ring[corner - 1]!)) this.#left.push(0);
      this.#ofCorner.push(this.#left.length - 1);
      this.#left[this.#left.length - 1]! += 1;
    });
    if (this.#left.length > 1 && isSame(ring[0]!, ring.at(-1)!)) {
      const last = this.#left.length - 1;
      this.#left[0]! += this.#left.pop()!;
      this.#ofCorner.forEach((place, corner) => {
        if (place === last) this.#ofCorner[corner] = 0;
      });
    }
  }

  /** Whether a corner to be dropped still stands behind the one it stood behind. */
  isBehind(edit: Edit): boolean {
    if (edit.kind === 'move-corner') return true;
    const place = this.#ofCorner[edit.corner]!;
    if (isSame(edit.before, edit.from)) return this.#ofCorner.indexOf(place) !== this.#ofCorner.lastIndexOf(place);
    return isSame(this.#ring[this.#ofCorner.indexOf(this.#beside(place, -1))]!, edit.before);
  }

  /** Notes an edit; false when it contradicts those before it. */
  take({ kind, corner }: Edit): boolean {
    const place = this.#ofCorner[corner]!;
    const beside = [this.#beside(place, -1), this.#beside(place, 1)];
    if (kind === 'move-corner') {
      if (beside.some((other) => this.#left[other] === 0)) return false;
      this.#moved.add(place);
      return true;
    }
    const isLast = this.#left[place] === 1;
    if (isLast && beside.some((other) => this.#left[other] === 0 || this.#moved.has(other))) return false;
    this.#left[place]! -= 1;
    return true;
  }

  isEndGone(corner: number): boolean {
    const place = this.#ofCorner[corner]!;
    return this.#left[place] === 0 || this.#left[this.#beside(place, 1)] === 0;
  }

  nextPoint(corner: number): Point {
    const next = this.#beside(this.#ofCorner[corner]!, 1);
    return this.#ring[this.#ofCorner.indexOf(next)]!;
  }

  #beside(place: number, step: number): number {
    return (place + step + this.#left.length) % this.#left.length;
  }
}

function written(ring: Ring, edits: ReadonlyMap<number, Edit>, inserts: readonly Insert[]): Point[] {
  const behind = new Map<number, Point[]>();
  for (const { corner, point } of inserts) behind.set(corner, [...(behind.get(corner) ?? []), point]);
  return ring.flatMap((point, corner) => {
    const edit = edits.get(corner);
    const own = edit?.kind === 'drop-corner' ? [] : [edit?.kind === 'move-corner' ? edit.to : point];
    const added = [...(behind.get(corner) ?? [])].sort((a, b) => distance(point, a) - distance(point, b));
    return [...own, ...added];
  });
}

function withoutRepeats(ring: readonly Point[]): Point[] {
  return ring.filter((point, corner) => !isSame(point, ring[(corner + ring.length - 1) % ring.length]!));
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
