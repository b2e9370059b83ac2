import { squareMetres, signedTwiceArea } from '../../../geometry/area.ts';
import type { Point } from '../../../geometry/shapes.ts';
import type { Report } from '../finding.ts';
import type { CheckLimits } from '../limits.ts';
import { perimeterMillimetres } from '../ring/ring-area.ts';
import { LandComparer, landOf } from './compared-land.ts';
import { openEdgesOf } from './open-edges.ts';
import { openLoops } from './open-loops.ts';
import { shareMore, type OtherLand } from './overlaps.ts';
import type { SurveyLand } from './survey-land.ts';

const loopsPerStep = 1000;

/**
 * Tells land enclosed by several features that none of them has: slivers (gap-sliver) and wider pieces (gap-enclosed).
 * Follows edges without an opposite, which must meet in shared corners; gaps open to the outside are near-edge findings.
 */
export function* checkGaps(
  land: SurveyLand,
  { lands, index }: OtherLand,
  isLeftOut: (feature: number) => boolean,
  limits: CheckLimits,
  report: Report,
): Generator<number, void> {
  const open = openEdgesOf(land, isLeftOut);
  const comparer = new LandComparer();
  const found: number[] = [];
  let loops = 0;
  for (const loop of openLoops(land, open)) {
    loops += 1;
    if (loops % loopsPerStep === 0) yield loops;
    const ring = loop.map((edge): Point => pointOf(land, open.from(edge), edge));
    const features = new Set(loop.map((edge) => land.featureOf(edge)));
    if (features.size < 2) continue;
    const twiceArea = -twiceAreaOfLoop(ring);
    if (!(squareMetres(twiceArea) > limits.overlapSquareMetres && squareMetres(twiceArea) <= limits.gapSquareMetres))
      continue;
    const gap = landOf([[ring]], twiceArea);
    const { west, south, east, north } = gap.box;
    let left = twiceArea;
    for (const other of index.search(west, south, east, north, found)) {
      const otherLand = lands[other];
      if (otherLand && shareMore(gap, otherLand)) left -= comparer.twiceAreaInCommon(gap, otherLand) ?? 0;
    }
    if (squareMetres(left) <= limits.overlapSquareMetres) continue;
    const meanWidthMillimetres = left / perimeterMillimetres(ring);
    const [feature, other] = [...features].sort((a, b) => a - b) as [number, number];
    const code = meanWidthMillimetres < limits.gapWidth ? 'gap-sliver' : 'gap-enclosed';
    const detail = { squareMetres: squareMetres(left), meanWidthMillimetres, features: features.size };
    report({ code, feature, other, place: ring[0]!, detail });
  }
}

/** The corner an open edge begins with. */
function pointOf(land: SurveyLand, vertex: number, edge: number): Point {
  return land.pointOf(land.vertices[edge]! === vertex ? edge : land.next(edge));
}

/** Loops may wind so often that whole numbers do not hold their area: then they are no gap. */
function twiceAreaOfLoop(ring: readonly Point[]): number {
  try {
    return signedTwiceArea(ring);
  } catch {
    return 0;
  }
}
