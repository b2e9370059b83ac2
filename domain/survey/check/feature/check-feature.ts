import { twiceAreaSquareMillimetres } from '../../../geometry/area.ts';
import type { MultiPolygon, Polygon, Ring } from '../../../geometry/shapes.ts';
import type { PlacedFeature, Report } from '../finding.ts';
import type { CheckLimits } from '../limits.ts';
import { withoutDuplicates } from '../ring/duplicate-corners.ts';
import { checkRingArea, twiceAreaOrNull } from '../ring/ring-area.ts';
import { isSame, placeOf, type RingUnderCheck } from '../ring/ring-under-check.ts';
import { findSelfCrossings } from '../ring/self-crossings.ts';
import { findSpikes, withoutFolds } from '../ring/spikes.ts';
import { hasWildCorners } from '../ring/wild-corners.ts';
import { fingerprintOf } from '../repair/repair.ts';
import { findHoleFaults } from './holes.ts';
import { findPartFaults } from './parts.ts';

/** The rings of a feature without equal neighbours, folds and rings that hold no land. */
export interface SoundRings {
  readonly polygons: MultiPolygon;
  /** Ring by ring as in `polygons`: which ring of the feature it was, and its corners' places there (null: the same). */
  readonly origins: readonly (readonly RingOrigin[])[];
}

/** A feature as the checks between features take it. */
export interface SoundFeature extends SoundRings {
  readonly twiceAreaSquareMillimetres: number;
  /** Rings cross themselves or each other, or are nested wrongly: its area is no number to rely on. */
  readonly isUnsound: boolean;
}

export interface RingOrigin {
  readonly part: number;
  readonly ring: number;
  readonly numbers: readonly number[] | null;
  /** Of the ring as it was given; 0 for the only ring of a feature. */
  readonly fingerprint: number;
}

/** Tells every defect a feature has by itself; null when it has no land that could be compared with others. */
export function checkFeature(
  { polygons }: PlacedFeature,
  feature: number,
  limits: CheckLimits,
  report: Report,
): SoundFeature | null {
  const parts: Polygon[] = [];
  const origins: RingOrigin[][] = [];
  let [isCrossed, isWild] = [false, false];
  polygons.forEach((polygon, part) => {
    const rings: Ring[] = [];
    const from: RingOrigin[] = [];
    polygon.forEach((points, ring) => {
      const state = checkRing({ feature, part, ring, points, numbers: null, limits }, polygons, report);
      if (state === 'wild') isWild = true;
      if (typeof state === 'string' || (ring > 0 && rings.length === 0)) return;
      rings.push(state.ring.points);
      const isOnly = polygons.length === 1 && polygon.length === 1;
      from.push({ part, ring, numbers: state.ring.numbers, fingerprint: isOnly ? 0 : fingerprintOf(points) });
      isCrossed ||= state.isCrossed;
    });
    if (rings.length === 0) return;
    parts.push(rings);
    origins.push(from);
  });
  if (polygons.every(({ length }) => length === 0)) report({ code: 'no-land', feature });
  if (polygons.length > 1) report({ code: 'multipart', feature, detail: { parts: polygons.length } });
  if (parts.length === 0 || isWild) return null;
  const rings = { polygons: parts, origins };
  const isUnsound =
    isCrossed || findHoleFaults(rings, feature, limits, report) || findPartFaults(rings, feature, limits, report);
  return { ...rings, twiceAreaSquareMillimetres: twiceAreaSquareMillimetres(parts), isUnsound };
}

interface SoundRing {
  readonly ring: RingUnderCheck;
  readonly isCrossed: boolean;
}

function checkRing(given: RingUnderCheck, polygons: MultiPolygon, report: Report): SoundRing | 'wild' | 'empty' {
  if (hasWildCorners(given, report)) return 'wild';
  const different = differentCorners(given.points);
  if (different < 3) {
    report({
      code: 'ring-too-short',
      ...placeOf(given, 0),
      detail: { corners: different },
      ...dropped(given, polygons),
    });
    return 'empty';
  }
  const ring = withoutDuplicates(given, report);
  const unfolded = withoutFolds(ring);
  if (unfolded.points.length < 3) {
    report({ code: 'zero-area', ...placeOf(given, 0), detail: { squareMetres: 0 }, ...dropped(given, polygons) });
    return 'empty';
  }
  findSpikes(ring, report);
  const twiceArea = twiceAreaOrNull(unfolded.points);
  if (twiceArea === null) {
    report({ code: 'corner-out-of-range', ...placeOf(given, 0), detail: { corners: given.points.length } });
    return 'wild';
  }
  const isCrossed = findSelfCrossings(unfolded, report);
  if (!isCrossed) checkRingArea(unfolded, twiceArea, report);
  if (twiceArea === 0) return isCrossed ? { ring: unfolded, isCrossed } : 'empty';
  return { ring: unfolded, isCrossed };
}

/** How many different corners a ring has, counted up to three. */
function differentCorners(points: Ring): number {
  const [first] = points;
  if (!first) return 0;
  const second = points.find((point) => !isSame(point, first));
  if (!second) return 1;
  return points.some((point) => !isSame(point, first) && !isSame(point, second)) ? 3 : 2;
}

/** A ring without land can go when it is a hole, or a part among others without holes of its own. */
function dropped({ feature, part, ring, points }: RingUnderCheck, polygons: MultiPolygon) {
  const isAlone = polygons.length === 1 || polygons[part]!.length > 1;
  if (ring === 0 && isAlone) return { repair: null };
  const kind = ring > 0 ? ('drop-ring' as const) : ('drop-part' as const);
  return { repair: { kind, feature, part, ring, fingerprint: fingerprintOf(points), twiceAreaChange: 0 } };
}
