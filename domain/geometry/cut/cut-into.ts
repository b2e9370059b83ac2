import { twiceAreaSquareMillimetres } from '../area.ts';
import type { MultiPolygon } from '../shapes.ts';
import { checkFrontages, type LeastFrontage } from './check-frontage.ts';
import { areaToleranceTwice, cutToArea, type StraightCut } from './cut-to-area.ts';
import { followCorners } from './insert-corners.ts';
import { newCorners, type CompletedLand } from './cut-along.ts';
import { isSplitRefusal, refuseSplit, type SplitRefusal } from './refuse-split.ts';

export interface PartsWanted extends StraightCut {
  /** Twice the areas of the pieces in square millimetres, in the order they are cut off; or how many equal parts. */
  readonly parts: readonly number[] | number;
  readonly allowsSeveralPieces?: boolean;
  /** What every piece must have along its road front. */
  readonly least?: LeastFrontage;
}

export interface PartsCut extends CompletedLand {
  /** From the side the cuts begin at; the last one is the rest. */
  readonly pieces: readonly MultiPolygon[];
}

/** New corners are rounded and shift the sum a little; equal parts are aimed at the sum they had, the best is taken. */
const mostPasses = 4;

/**
 * Cuts land into pieces one after another. Wanted areas are met to 0.01 m² each; what is left is one piece more, or, when
 * no more than 0.01 m² a piece is left over, part of the last one. Equal parts but the last differ by 0.01 m² at most; the
 * last takes the rest, which differs from them by what the rounded corners on the edges of the land gave or took. Refuses
 * as `cutToArea` does, with the number of the piece.
 */
export function cutInto(land: MultiPolygon, wanted: PartsWanted): PartsCut | SplitRefusal {
  const landTwice = twiceAreaSquareMillimetres(land);
  if (typeof wanted.parts !== 'number') {
    const parts = wanted.parts;
    const sum = parts.reduce((total, part) => total + part, 0);
    const detail = { wantedSquareMetres: sum / 2e6, landSquareMetres: landTwice / 2e6 };
    if (parts.length === 0) return refuseSplit('split.area-not-positive', detail);
    if (sum > landTwice + areaToleranceTwice * parts.length) return refuseSplit('split.area-too-large', detail);
    const isAll = landTwice - sum <= areaToleranceTwice * parts.length;
    return cutOff(land, isAll ? parts.slice(0, -1) : parts, wanted, areaToleranceTwice);
  }
  const count = wanted.parts;
  if (!(Number.isInteger(count) && count > 0)) return refuseSplit('split.area-not-positive', { parts: count });
  let best: PartsCut | SplitRefusal | null = null;
  let sumTwice = landTwice;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const part = Math.round(sumTwice / count);
    const cut = cutOff(land, Array<number>(count - 1).fill(part), wanted, areaToleranceTwice / 2);
    if (isSplitRefusal(cut)) return best ?? cut;
    if (!best || isSplitRefusal(best) || spreadTwice(cut) < spreadTwice(best)) best = cut;
    if (spreadTwice(best) <= areaToleranceTwice) break;
    sumTwice = twiceAreaSquareMillimetres(cut.completed);
  }
  return best!;
}

function cutOff(
  land: MultiPolygon,
  parts: readonly number[],
  wanted: PartsWanted,
  toleranceTwice: number,
): PartsCut | SplitRefusal {
  const { direction, side, least, allowsSeveralPieces = false } = wanted;
  let rest = land;
  // The completed land first, then the pieces.
  let lands: MultiPolygon[] = [land];
  for (const [index, wantedTwice] of parts.entries()) {
    const cut = cutToArea(rest, { wantedTwice, toleranceTwice, direction, side, allowsSeveralPieces, known: land });
    if (isSplitRefusal(cut)) return refuseSplit(cut.refusal, { ...cut.detail, piece: index + 1 });
    const followed: MultiPolygon[] = [];
    for (const one of lands) {
      const longer = followCorners(one, rest, cut.completed);
      if (isSplitRefusal(longer)) return refuseSplit(longer.refusal, { ...longer.detail, piece: index + 1 });
      followed.push(longer);
    }
    lands = [...followed, cut.taken];
    rest = cut.rest;
  }
  const [completed = land, ...pieces] = lands;
  const cut = { completed, corners: newCorners(land, completed), pieces: [...pieces, rest] };
  return (least && checkFrontages(cut.pieces, least)) ?? cut;
}

function spreadTwice({ pieces }: PartsCut): number {
  const areas = pieces.map(twiceAreaSquareMillimetres);
  return Math.max(...areas) - Math.min(...areas);
}
