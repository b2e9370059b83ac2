import { twiceAreaSquareMillimetres } from '../geometry/area.ts';
import type { MultiPolygon } from '../geometry/shapes.ts';
import { boxesMeet, boxOf } from './near-pairs.ts';
import { sharedWith } from './shared-area.ts';

export interface Share {
  readonly code: string;
  readonly twiceAreaSquareMillimetres: number;
}

interface Named {
  readonly code: string;
  readonly polygons: MultiPolygon;
}

/** For every piece of land the areas it has in common with each of `others` (phases, zones), the largest first. */
export function landShares(lands: readonly Named[], others: readonly Named[]): ReadonlyMap<string, readonly Share[]> {
  const sharesOf = landSharesOf(others);
  return new Map(lands.map(({ code, polygons }) => [code, sharesOf(polygons)]));
}

/** The same for one piece of land after the other: `others` are prepared once. */
export function landSharesOf(others: readonly Named[]): (land: MultiPolygon) => readonly Share[] {
  const measured = others.map(({ code, polygons }) => ({ code, ...prepared(polygons) }));
  return (polygons) => {
    const box = boxOf(polygons);
    const near = measured.filter((other) => boxesMeet(other.box, box));
    if (near.length === 0) return [];
    const land = { polygons, twiceAreaSquareMillimetres: twiceAreaSquareMillimetres(polygons) };
    return near
      .map((other) => ({ code: other.code, twiceAreaSquareMillimetres: other.shared(land) }))
      .filter((share) => share.twiceAreaSquareMillimetres > 0)
      .sort((a, b) => b.twiceAreaSquareMillimetres - a.twiceAreaSquareMillimetres);
  };
}

type Prepared = { readonly box: ReturnType<typeof boxOf>; readonly shared: ReturnType<typeof sharedWith> };
const known = new WeakMap<MultiPolygon, Prepared>();

/** The same few phases and zones are asked for again with every parcel: they are prepared once. */
function prepared(polygons: MultiPolygon): Prepared {
  const found = known.get(polygons) ?? { box: boxOf(polygons), shared: sharedWith(polygons) };
  known.set(polygons, found);
  return found;
}
