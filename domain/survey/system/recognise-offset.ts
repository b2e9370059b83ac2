import type { ParkGrid } from '../../geometry/grid.ts';
import type { Point } from '../../geometry/shapes.ts';
import { forwardBd09, forwardGcj02 } from './forward-gcj.ts';
import { likelyLand, matchShapes, type NamedLand, type ShapeMatch } from './match-shapes.ts';

export interface Offset {
  /**
   * unmatched: no given land is land of the park. none: it lies where it should. datum-like: all of it 40–130 m off,
   * as by a datum taken for another. gcj02, bd09: drawn on a shifted map; to be refused as a survey. shifted: otherwise.
   */
  readonly kind: 'unmatched' | 'none' | 'datum-like' | 'gcj02' | 'bd09' | 'shifted';
  readonly matches: number;
  /** Given minus known, the median of all matches. */
  readonly eastMetres: number;
  readonly northMetres: number;
  /** How far the matches stray from that, or from their places on the shifted map. */
  readonly residualMetres: number;
}

const unmovedMetres = 1;
const datumMetres = { least: 40, most: 130 };
const consistentMetres = 5;
const mapShiftMetres = 10;
const mapShifts = [
  ['gcj02', forwardGcj02],
  ['bd09', forwardBd09],
] as const;

/**
 * Compares land as it would be placed with the known land of the park (both in millimetres from its origin) and says
 * what kind of mistake would explain the difference (standards §2.4, rule 7). For the shifted maps the known land is
 * drawn on them first: Baidu's bends a parcel by 2 %, too much to know it again without.
 */
export function recogniseOffset(given: readonly NamedLand[], park: readonly NamedLand[], grid: ParkGrid): Offset {
  const known = likelyLand(given, park);
  const plain = matchShapes(given, known);
  const moved = middleOf(plain);
  if (Math.hypot(moved.eastMetres, moved.northMetres) > unmovedMetres || plain.length === 0) {
    for (const [kind, forward] of mapShifts) {
      const drawn = matchShapes(given, drawOn(known, forward, grid));
      const left = middleOf(drawn);
      const residualMetres = Math.hypot(left.eastMetres, left.northMetres) + left.residualMetres;
      if (drawn.length > 0 && drawn.length >= plain.length && residualMetres <= mapShiftMetres) {
        return { kind, matches: drawn.length, ...shiftOf(known, drawn, forward, grid, left), residualMetres };
      }
    }
  }
  return { kind: kindOf(plain.length, moved), matches: plain.length, ...moved };
}

type Middle = Pick<Offset, 'eastMetres' | 'northMetres' | 'residualMetres'>;

function kindOf(matches: number, { eastMetres, northMetres, residualMetres }: Middle): Offset['kind'] {
  if (matches === 0) return 'unmatched';
  const movedMetres = Math.hypot(eastMetres, northMetres);
  if (movedMetres <= unmovedMetres) return 'none';
  const isDatum = movedMetres >= datumMetres.least && movedMetres <= datumMetres.most;
  return isDatum && residualMetres <= consistentMetres ? 'datum-like' : 'shifted';
}

function middleOf(matches: readonly ShapeMatch[]): Middle {
  const eastMetres = median(matches.map((match) => match.eastMetres));
  const northMetres = median(matches.map((match) => match.northMetres));
  const strays = matches.map((match) => Math.hypot(match.eastMetres - eastMetres, match.northMetres - northMetres));
  return { eastMetres, northMetres, residualMetres: median(strays) };
}

function drawOn(land: readonly NamedLand[], forward: typeof forwardGcj02, grid: ParkGrid): NamedLand[] {
  const draw = (point: Point): Point => grid.toMillimetres(forward(...grid.toDegrees(point)));
  return land.map(({ code, polygons }) => ({
    code,
    polygons: polygons.map((polygon) => polygon.map((ring) => ring.map(draw))),
  }));
}

/** How far the map moves the matched land from its true place, measured at its first corners. */
function shiftOf(
  known: readonly NamedLand[],
  matches: readonly ShapeMatch[],
  forward: typeof forwardGcj02,
  grid: ParkGrid,
  left: Middle,
): Pick<Offset, 'eastMetres' | 'northMetres'> {
  const shifts = matches.flatMap(({ knownIndex }) => {
    const corner = known[knownIndex]?.polygons[0]?.[0]?.[0];
    if (!corner) return [];
    const [east, north] = grid.toMillimetres(forward(...grid.toDegrees(corner)));
    return [[(east - corner[0]) / 1000, (north - corner[1]) / 1000] as const];
  });
  return {
    eastMetres: median(shifts.map(([east]) => east)) + left.eastMetres,
    northMetres: median(shifts.map(([, north]) => north)) + left.northMetres,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
