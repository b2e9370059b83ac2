import type { Point, Ring } from '../../../geometry/shapes.ts';

interface RepairOfRing {
  readonly feature: number;
  readonly part: number;
  readonly ring: number;
  /** At most so much of the feature's area changes: twice square millimetres. */
  readonly twiceAreaChange: number;
}

/**
 * A change to one feature as data. Indices count from 0 in the feature that was checked; `from`, the
 * corner, and `fingerprint`, the ring (of a part its outer one), must still be there: a repair of an older state does
 * nothing.
 */
export type Repair = RepairOfRing &
  /** Behind `before`; both are the same place when a corner stands there twice. */
  (
    | { readonly kind: 'drop-corner'; readonly corner: number; readonly from: Point; readonly before: Point }
    | { readonly kind: 'move-corner'; readonly corner: number; readonly from: Point; readonly to: Point }
    /** Behind `corner`, on the edge from `from` to `until`. */
    | {
        readonly kind: 'insert-corner';
        readonly corner: number;
        readonly from: Point;
        readonly until: Point;
        readonly point: Point;
      }
    /** The ring comes to `point` twice: on corners or on an edge. */
    | { readonly kind: 'split-ring'; readonly point: Point }
    | { readonly kind: 'reverse-ring'; readonly fingerprint: number }
    | { readonly kind: 'drop-ring'; readonly fingerprint: number }
    | { readonly kind: 'drop-part'; readonly fingerprint: number }
    /** An island given as a hole becomes a part. */
    | { readonly kind: 'hole-to-part'; readonly fingerprint: number }
  );

/** A number that two rings hardly share unless they have the same corners in the same order. */
export function fingerprintOf(ring: Ring): number {
  let mixed = ring.length;
  for (const [x, y] of ring) {
    mixed = Math.imul(mixed ^ (x | 0), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13) ^ (y | 0), 0xc2b2ae35);
  }
  return mixed ^ (mixed >>> 16);
}
