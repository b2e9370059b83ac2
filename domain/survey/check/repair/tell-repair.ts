import { squareMetres } from '../../../geometry/area.ts';
import type { Point } from '../../../geometry/shapes.ts';
import type { Repair } from './repair.ts';

export interface ToldRepair {
  /** The corner that goes, or where the ring is taken apart; null for a whole ring. */
  readonly from: Point | null;
  /** Where a corner comes to stand. */
  readonly to: Point | null;
  readonly changeSquareMetres: number;
  /** The code of its words, and the numbers in them. */
  readonly code: `repair.${Repair['kind']}`;
  readonly detail: Readonly<Record<string, string | number | null>>;
}

/** What a repair does, to be shown before it is taken. */
export function tellRepair(repair: Repair): ToldRepair {
  const [from, to] = placesOf(repair);
  const distance = from && to ? Math.hypot(to[0] - from[0], to[1] - from[1]) : null;
  const changeSquareMetres = squareMetres(repair.twiceAreaChange);
  const detail = { distanceMillimetres: distance, changeSquareMetres };
  return { from, to, changeSquareMetres, code: `repair.${repair.kind}`, detail };
}

/**
 * What a person calls a repair by: the feature's number and what is done where, so that it stays the same when corners
 * before it go. A repair of a whole ring is called by its corners.
 */
export function repairKey(repair: Repair, feature: number): string {
  const places = placesOf(repair).flatMap((place) => (place ? [place.join(',')] : []));
  const what = 'fingerprint' in repair ? [(repair.fingerprint >>> 0).toString(36)] : places;
  return [feature, repair.kind, ...what].join(':');
}

function placesOf(repair: Repair): [from: Point | null, to: Point | null] {
  switch (repair.kind) {
    case 'drop-corner':
      return [repair.from, null];
    case 'move-corner':
      return [repair.from, repair.to];
    case 'insert-corner':
      return [null, repair.point];
    case 'split-ring':
      return [repair.point, null];
    default:
      return [null, null];
  }
}
