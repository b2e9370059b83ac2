import fc from 'fast-check';
import type { Point } from '../../../../domain/geometry/shapes.ts';
import { checkSurvey, finishCheck, type CheckOptions } from '../../../../domain/survey/check/check-survey.ts';
import type { PlacedFeature } from '../../../../domain/survey/check/finding.ts';

/** Corners on a coarse lattice, so that they often coincide, lie on edges and nearly meet; now and then a few millimetres off. */
const step = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.constantFrom(0, 0, 0, 0, 1, 7, -12, 30));
const coordinate = step.map(([at, off]) => at * 2000 + off);
const corner = fc.tuple(coordinate, coordinate).map(([x, y]): Point => [x, y]);
const anyRing = fc.array(corner, { maxLength: 9 });

const rectangle = fc.tuple(corner, corner).map(([[ax, ay], [bx, by]]): Point[] => [
  [ax, ay],
  [bx, ay],
  [bx, by],
  [ax, by],
]);
/** Rings around a middle do not cross themselves. */
const star = fc
  .array(corner, { minLength: 3, maxLength: 8 })
  .map((corners) =>
    [...new Map(corners.map(([x, y]) => [Math.atan2(y - 8001, x - 8003), [x, y] as Point])).entries()]
      .sort(([a], [b]) => a - b)
      .map(([, point]) => point),
  );
const ring = fc.oneof(
  { weight: 3, arbitrary: rectangle },
  { weight: 3, arbitrary: star },
  { weight: 2, arbitrary: anyRing },
);

export const anyPolygons = fc.array(fc.array(ring, { maxLength: 3 }), { maxLength: 3 });

export const anyFeatures = fc
  .array(fc.oneof({ weight: 4, arbitrary: ring.map((one) => [[one]]) }, { weight: 1, arbitrary: anyPolygons }), {
    maxLength: 5,
  })
  .map((shapes) => shapes.map(placed));

export const starRing = star;

export function placed(polygons: PlacedFeature['polygons'], index: number): PlacedFeature {
  return { at: { line: null, record: index + 1 }, code: `P-${index + 1}`, declaredArea: null, polygons };
}

export function findingsOf(features: readonly PlacedFeature[], options: CheckOptions = {}) {
  return finishCheck(checkSurvey(features, options))!.findings;
}
