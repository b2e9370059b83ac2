import { nearestOnLine } from '../geometry/nearest-on-line.ts';
import type { Line, Point } from '../geometry/shapes.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { Road } from './schema.ts';

/** A position less certain than this says nothing about a chainage. */
export const worstAccuracyMetres = 50;
/** How far beside the carriageway somebody who records the road may stand: on the verge, in a ditch, behind a machine. */
const vergeMetres = 15;

/** A road with its centreline on the park's legal grid. */
export type DrawnRoad = Pick<Road, 'code' | 'designWidthMetres'> & { readonly centreline: Line };

export interface ChainageAt {
  /** Measure of the centreline, rounded to a millimetre. */
  readonly metres: number;
  /** Distance from the centreline. */
  readonly offsetMetres: number;
  /** Seen along rising chainage; null on the centreline itself. */
  readonly side: 'left' | 'right' | null;
}

/**
 * The chainage of a position: the nearest point of the centreline, measured on the plane of the legal grid.
 * `at` is in millimetres from the park's origin. Refuses with position.inaccurate and position.off-road (farther than
 * half the road's width + accuracy + 15 m). Where the road comes equally near twice, the earlier chainage is told.
 */
export function chainageAt(road: DrawnRoad, at: Point, accuracyMetres: number): ChainageAt | Refusal {
  if (!(accuracyMetres <= worstAccuracyMetres)) {
    return refuse('position.inaccurate', null, {
      metresUncertain: tenth(accuracyMetres),
      metresAtMost: worstAccuracyMetres,
    });
  }
  const foot = nearestOnLine(road.centreline, at);
  const offsetMetres = foot.distanceMillimetres / 1000;
  const allowed = road.designWidthMetres / 2 + accuracyMetres + vergeMetres;
  if (!(offsetMetres <= allowed)) {
    return refuse('position.off-road', null, {
      road: road.code,
      metresOff: tenth(offsetMetres),
      metresAllowed: tenth(allowed),
    });
  }
  const side = offsetMetres < 0.0005 ? null : foot.turn > 0 ? 'left' : 'right';
  return { metres: Math.round(foot.alongMillimetres) / 1000, offsetMetres, side };
}

/**
 * A measure with the digits its accuracy deserves: whole metres at ±5 m and worse, millimetres at ±5 mm; never beyond the
 * end of the road.
 */
export function roundToAccuracy(metres: number, accuracyMetres: number, lengthMetres: number): number {
  const digits = Math.min(3, Math.max(0, Math.ceil(-Math.log10(accuracyMetres / 5))));
  return Math.min(lengthMetres, Number(metres.toFixed(digits)));
}

function tenth(metres: number): number {
  return Math.round(metres * 10) / 10;
}
