import type { Point } from '../../../geometry/shapes.ts';

interface RepairOfRing {
  readonly feature: number;
  readonly part: number;
  readonly ring: number;
  /** At most so much of the feature's area changes: twice square millimetres. */
  readonly twiceAreaChange: number;
}

/**
 * A change to one feature as data. Indices count from 0 in the feature that was checked; `from` is the corner that must
 * still stand there, so that a repair of an older state does nothing.
 */
export type Repair = RepairOfRing &
  (
    | { readonly kind: 'drop-corner'; readonly corner: number; readonly from: Point }
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
    | { readonly kind: 'reverse-ring'; readonly from: Point; readonly isCounterClockwise: boolean }
    | { readonly kind: 'drop-ring'; readonly from: Point }
    | { readonly kind: 'drop-part'; readonly from: Point }
    /** An island given as a hole becomes a part. */
    | { readonly kind: 'hole-to-part'; readonly from: Point }
  );
