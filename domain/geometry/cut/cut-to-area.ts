import { twiceAreaSquareMillimetres } from '../area.ts';
import type { Line, MultiPolygon, Point } from '../shapes.ts';
import { checkFrontages, type LeastFrontage } from './check-frontage.ts';
import { cutAlong, directedEdges, type CompletedLand, type CutFaces } from './cut-along.ts';
import type { Edge } from './edges-meet.ts';
import { levelOfArea, type Level } from './level-of-area.ts';
import { placeOn, reachOfEdgeMillimetres } from './insert-corners.ts';
import { isSplitRefusal, refuseSplit, type SplitRefusal } from './refuse-split.ts';
import { settleChord, gridPoints, type Ending } from './settle-chord.ts';

/** The register counts hundredths of a square metre; twice that in square millimetres. */
export const areaToleranceTwice = 20_000;

export interface StraightCut {
  /** Which way the cut runs; its length has no meaning. */
  readonly direction: readonly [east: number, north: number];
  /** On which side of the cut, seen along its direction, the piece lies. */
  readonly side: 'left' | 'right';
}

export interface AreaWanted extends StraightCut {
  /** Twice the area of the piece in square millimetres (`twiceSquareMillimetresOf`). */
  readonly wantedTwice: number;
  /** Off the wanted area by no more than this; 0.01 m² unless told otherwise. */
  readonly toleranceTwice?: number;
  /** Both sides may fall apart into several pieces; refused otherwise. */
  readonly allowsSeveralPieces?: boolean;
  /** What the piece must have along its road front. */
  readonly least?: LeastFrontage;
  /** The land as neighbours know its edges, when some of its corners are newer; the land itself otherwise. */
  readonly known?: MultiPolygon;
}

export interface AreaCut extends CompletedLand {
  readonly taken: MultiPolygon;
  readonly rest: MultiPolygon;
  readonly takenTwice: number;
  readonly restTwice: number;
  /** The cuts through the land, each with its ends on the boundary, and perhaps a corner between them. */
  readonly lines: readonly Line[];
}

/** Corners near a cut may bend it; how often the area that cost is made up for. */
const mostTries = 5;

/**
 * Cuts a piece of a wanted area off land by a straight line, solved in closed form and settled on the grid, so that the
 * exact area of the piece is within the tolerance. Refuses with split.area-not-positive, split.area-too-large,
 * split.no-direction, split.several-pieces, split.area-not-reached (with the nearest area found), split.frontage-too-short
 * and split.depth-too-short, and as `cutAlong` does.
 */
export function cutToArea(land: MultiPolygon, wanted: AreaWanted): AreaCut | SplitRefusal {
  const { wantedTwice, toleranceTwice = areaToleranceTwice, side } = wanted;
  const landTwice = twiceAreaSquareMillimetres(land);
  const detail = { wantedSquareMetres: wantedTwice / 2e6, landSquareMetres: landTwice / 2e6 };
  if (!(wantedTwice > toleranceTwice)) return refuseSplit('split.area-not-positive', detail);
  if (wantedTwice > landTwice - toleranceTwice) return refuseSplit('split.area-too-large', detail);
  const sign = side === 'left' ? 1 : -1;
  const direction = [wanted.direction[0] * sign, wanted.direction[1] * sign] as const;
  const length = Math.hypot(...direction);
  if (!(length > 0 && Number.isFinite(length))) return refuseSplit('split.no-direction');
  const edges = directedEdges(land);
  const known = directedEdges(wanted.known ?? land).map(({ from, to }): Edge => [from, to]);
  let [levelTwice, aimTwice] = [wantedTwice, wantedTwice];
  let nearest: AreaCut | null = null;
  for (let trial = 0; trial < mostTries; trial += 1) {
    const level = levelOfArea(edges, direction, levelTwice);
    const { lines, expectedTwice } = linesOf(level, known, aimTwice, toleranceTwice / 2);
    const cut = cutAlong(
      land,
      lines.map((line) => ({ line, isClosed: false })),
    );
    if (isSplitRefusal(cut)) return cut;
    const parted = sidesOf(cut, level, lines);
    const off = parted.takenTwice - wantedTwice;
    if (!nearest || Math.abs(off) < Math.abs(nearest.takenTwice - wantedTwice)) nearest = parted;
    if (Math.abs(off) <= toleranceTwice) break;
    // What the corners beside the cut cost is aimed off; what the ends could not settle shifts the cut.
    aimTwice = wantedTwice - (parted.takenTwice - expectedTwice);
    levelTwice = Math.min(landTwice - 1, Math.max(1, levelTwice - off));
  }
  const found = nearest!;
  if (!wanted.allowsSeveralPieces && (found.taken.length > 1 || found.rest.length > 1)) {
    return refuseSplit('split.several-pieces', { taken: found.taken.length, rest: found.rest.length });
  }
  if (Math.abs(found.takenTwice - wantedTwice) > toleranceTwice) {
    return refuseSplit('split.area-not-reached', { ...detail, nearestSquareMetres: found.takenTwice / 2e6 });
  }
  return (wanted.least && checkFrontages([found.taken], wanted.least)) ?? found;
}

interface Settled {
  readonly lines: readonly Line[];
  /** Twice the area they cut off, unless corners beside them bend them. */
  readonly expectedTwice: number;
}

/** One line for every stretch of the level in the land; the longest is settled so that the area comes out. */
function linesOf(level: Level, known: readonly Edge[], wantedTwice: number, within: number): Settled {
  const endings = level.crossings.map(({ edge: { from, to }, share }): Ending => {
    const at = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share] as const;
    return { edge: [from, to], known: known.find((edge) => lieOn(edge, from, to)) ?? [from, to], at };
  });
  const places = endings.map(nearestPoint);
  const stretches = Array.from({ length: places.length >> 1 }, (_, index) => index * 2);
  const lengthOf = (at: number) => Math.hypot(places[at + 1]![0] - places[at]![0], places[at + 1]![1] - places[at]![1]);
  const longest = stretches.reduce((best, at) => (lengthOf(at) > lengthOf(best) ? at : best), 0);
  const twiceTaken = takenTwice(level, places);
  const settled = settleChord(
    endings[longest]!,
    endings[longest + 1]!,
    (from, to) => twiceTaken(longest, from, to) - wantedTwice,
    within,
  );
  const lines = stretches
    .map((at) => (at === longest && settled ? settled.line : [places[at]!, places[at + 1]!]))
    .filter((line) => line[0]!.join() !== line.at(-1)!.join());
  return { lines, expectedTwice: wantedTwice + (settled?.excessTwice ?? 0) };
}

/** Twice the area left of the level, exactly, as a function of the ends of one of its stretches. */
function takenTwice(level: Level, places: readonly Point[]): (at: number, from: Point, to: Point) => number {
  const [originEast, originNorth] = places[0]!;
  const term = (a: Point, b: Point) =>
    (a[0] - originEast) * (b[1] - originNorth) - (a[1] - originNorth) * (b[0] - originEast);
  const whole = level.taken.reduce((sum, { from, to }) => sum + term(from, to), 0);
  const stretch = (at: number, from: Point, to: Point) =>
    term(level.crossings[at]!.edge.from, from) + term(from, to) + term(to, level.crossings[at + 1]!.edge.to);
  let others = 0;
  for (let at = 0; at + 1 < places.length; at += 2) others += stretch(at, places[at]!, places[at + 1]!);
  return (at, from, to) => whole + others - stretch(at, places[at]!, places[at + 1]!) + stretch(at, from, to);
}

function nearestPoint(ending: Ending): Point {
  return gridPoints(ending, 1)[0] ?? ending.edge[0];
}

function lieOn([a, b]: Edge, from: Point, to: Point): boolean {
  return [from, to].every((point) => {
    if (point.join() === a.join() || point.join() === b.join()) return true;
    const place = placeOn(a, b, 0, point);
    return place !== null && place.squareAway <= reachOfEdgeMillimetres ** 2;
  });
}

function sidesOf({ completed, corners, faces }: CutFaces, level: Level, lines: readonly Line[]): AreaCut {
  const isTaken = ({ polygon, side }: CutFaces['faces'][number]) =>
    side ? side === 'left' : level.isTaken(polygon[0]![0]!);
  const taken = faces.filter(isTaken).map(({ polygon }) => polygon);
  const rest = faces.filter((face) => !isTaken(face)).map(({ polygon }) => polygon);
  return {
    completed,
    corners,
    taken,
    rest,
    takenTwice: twiceAreaSquareMillimetres(taken),
    restTwice: twiceAreaSquareMillimetres(rest),
    lines,
  };
}
