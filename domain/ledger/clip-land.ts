import { booleanOpWithPolyTree, ClipType, FillRule, PolyTree64, type Path64, type PolyPath64 } from 'clipper2-ts';
import { signedTwiceArea } from '../geometry/area.ts';
import type { MultiPolygon, Polygon, Ring } from '../geometry/shapes.ts';

/** Land of `a` that is also land of `b`, in millimetres; corners that arise where edges cross are rounded to a millimetre. */
export function intersectLand(a: MultiPolygon, b: MultiPolygon): MultiPolygon {
  return clip(ClipType.Intersection, [a], [b]);
}

/** Land of `whole` that none of `parts` has; new corners are rounded to a millimetre. */
export function subtractLand(whole: MultiPolygon, parts: readonly MultiPolygon[]): MultiPolygon {
  return clip(ClipType.Difference, [whole], parts);
}

/** Land that any of `parts` has; new corners are rounded to a millimetre. */
export function uniteLand(parts: readonly MultiPolygon[]): MultiPolygon {
  return clip(ClipType.Union, parts, []);
}

function clip(type: ClipType, subject: readonly MultiPolygon[], others: readonly MultiPolygon[]): MultiPolygon {
  const tree = new PolyTree64();
  booleanOpWithPolyTree(type, subject.flatMap(pathsOf), others.flatMap(pathsOf), tree, FillRule.NonZero);
  return polygonsUnder(tree);
}

/** Outer rings run counter-clockwise and holes clockwise, so that land winds once and a hole not at all. */
function pathsOf(polygons: MultiPolygon): Path64[] {
  return polygons.flatMap((polygon) =>
    polygon.map((ring, index) => {
      const path = ring.map(([x, y]) => ({ x, y }));
      return signedTwiceArea(ring) > 0 === (index === 0) ? path : path.reverse();
    }),
  );
}

function polygonsUnder(parent: PolyPath64): Polygon[] {
  return childrenOf(parent).flatMap((outer) => {
    const holes = childrenOf(outer);
    return [[ringOf(outer), ...holes.map(ringOf)], ...holes.flatMap(polygonsUnder)];
  });
}

function childrenOf(parent: PolyPath64): PolyPath64[] {
  return Array.from({ length: parent.count }, (_, index) => parent.child(index));
}

function ringOf({ polygon }: PolyPath64): Ring {
  return (polygon ?? []).map(({ x, y }) => [x, y] as const);
}
