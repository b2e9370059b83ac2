import fc from 'fast-check';
import { expect, test } from 'vitest';
import { twiceAreaSquareMillimetres } from '../../../../domain/geometry/area.ts';
import { openEdges } from '../../../../domain/geometry/coverage.ts';
import { cutByLine } from '../../../../domain/geometry/cut/cut-by-line.ts';
import { cutInto } from '../../../../domain/geometry/cut/cut-into.ts';
import { cutToArea } from '../../../../domain/geometry/cut/cut-to-area.ts';
import { followCorners } from '../../../../domain/geometry/cut/insert-corners.ts';
import { mergeLands } from '../../../../domain/geometry/cut/merge-lands.ts';
import { moveCorner, moveEdge } from '../../../../domain/geometry/cut/move-corners.ts';
import { isSplitRefusal } from '../../../../domain/geometry/cut/refuse-split.ts';
import { findMeeting } from '../../../../domain/geometry/cut/edges-meet.ts';
import { directedEdges } from '../../../../domain/geometry/cut/cut-along.ts';
import type { MultiPolygon, Point } from '../../../../domain/geometry/shapes.ts';

/** Parcels that cover a whole, which has every corner they have on its edges. */
interface Fabric {
  readonly parts: readonly MultiPolygon[];
  readonly whole: MultiPolygon;
}

//  +----+--+---+
//  |    |  |   |    4 × 5 parcels of 60 m with crooked edges
//  +--+-+--+-+-+
const columns = 5;
const rows = 4;

function newFabric(jitter: (column: number, row: number) => Point): Fabric {
  const corner = (column: number, row: number): Point => {
    const [east, north] = jitter(column, row);
    return [column * 60_000 + east, row * 60_000 + north];
  };
  const parts = Array.from({ length: columns * rows }, (_, index): MultiPolygon => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    return [[[corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1)]]];
  });
  const south = Array.from({ length: columns }, (_, at) => corner(at, 0));
  const east = Array.from({ length: rows }, (_, at) => corner(columns, at));
  const north = Array.from({ length: columns }, (_, at) => corner(columns - at, rows));
  const west = Array.from({ length: rows }, (_, at) => corner(0, rows - at));
  return { parts, whole: [[[...south, ...east, ...north, ...west]]] };
}

/** Parts taken out and others put in; what lies around takes the corners that land got. */
function redraw(
  fabric: Fabric,
  removed: readonly number[],
  added: readonly MultiPolygon[],
  completed: readonly MultiPolygon[],
): Fabric | string {
  const kept = fabric.parts.filter((_, index) => !removed.includes(index));
  const lands = [fabric.whole, ...kept];
  for (const [index, at] of removed.entries()) {
    for (const [place, land] of lands.entries()) {
      const followed = followCorners(land, fabric.parts[at]!, completed[index]!);
      if (isSplitRefusal(followed)) return `neighbour ${followed.refusal}`;
      lands[place] = followed;
    }
  }
  const [whole = fabric.whole, ...parts] = lands;
  return { parts: [...parts, ...added], whole };
}

type Step = readonly [kind: number, part: number, other: number, share: number, angle: number];

function take(fabric: Fabric, [kind, chosen, other, share, angle]: Step): Fabric | string {
  const at = chosen % fabric.parts.length;
  const part = fabric.parts[at]!;
  const [direction, side] = [[Math.cos(angle), Math.sin(angle)] as const, 'left' as const];
  switch (kind) {
    case 0: {
      const wantedTwice = Math.round(twiceAreaSquareMillimetres(part) * share);
      const cut = cutToArea(part, { wantedTwice, direction, side, allowsSeveralPieces: true });
      if (isSplitRefusal(cut)) return cut.refusal;
      return redraw(
        fabric,
        [at],
        [...cut.taken, ...cut.rest].map((polygon) => [polygon]),
        [cut.completed],
      );
    }
    case 1: {
      const [x, y] = part[0]![0]![other % part[0]![0]!.length]!;
      const away = ([dx, dy]: readonly [number, number]): Point => [
        Math.round(x + dx * 1e6) + 0,
        Math.round(y + dy * 1e6) + 0,
      ];
      const cut = cutByLine(part, [away([-direction[0], -direction[1]]), [x, y], away(direction)]);
      if (isSplitRefusal(cut)) return cut.refusal;
      return redraw(
        fabric,
        [at],
        [...cut.left, ...cut.right].map(({ polygon }) => [polygon]),
        [cut.completed],
      );
    }
    case 2: {
      const cut = cutInto(part, { parts: 2 + (other % 2), direction, side });
      if (isSplitRefusal(cut)) return cut.refusal;
      return redraw(fabric, [at], cut.pieces, [cut.completed]);
    }
    case 3:
    case 4: {
      const corners = new Set(part.flat(2).map(String));
      const near = fabric.parts.flatMap((land, index) =>
        index !== at && land.flat(2).some((corner) => corners.has(String(corner))) ? [index] : [],
      );
      const next = near[other % near.length];
      if (next === undefined) return 'alone';
      const merge = mergeLands([part, fabric.parts[next]!]);
      return isSplitRefusal(merge) ? merge.refusal : redraw(fabric, [at, next], [merge.merged], merge.completed);
    }
    default: {
      const ring = part[0]![0]!;
      const [from, to] = [ring[other % ring.length]!, ring[(other + 1) % ring.length]!];
      const by: Point = [Math.round(direction[0] * share * 8000) + 0, Math.round(direction[1] * share * 8000) + 0];
      const moves = [from, to].slice(0, kind === 5 ? 1 : 2);
      const parts =
        kind === 5
          ? moveCorner(fabric.parts, from, [from[0] + by[0], from[1] + by[1]])
          : moveEdge(fabric.parts, [from, to], by);
      if (isSplitRefusal(parts)) return parts.refusal;
      const whole = fabric.whole.map((polygon) =>
        polygon.map((line) =>
          line.map((corner): Point =>
            moves.some((one) => String(one) === String(corner)) ? [corner[0] + by[0], corner[1] + by[1]] : corner,
          ),
        ),
      );
      return { parts, whole };
    }
  }
}

const step: fc.Arbitrary<Step> = fc.tuple(
  fc.nat(6),
  fc.nat(1000),
  fc.nat(1000),
  fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  fc.double({ min: 0, max: 7, noNaN: true }),
);

test('two hundred cuts, merges and moves leave no gap and no overlap, and can be taken back', () => {
  const seen = new Map<string, number>();
  const jitters = fc.array(fc.tuple(fc.integer({ min: -9000, max: 9000 }), fc.integer({ min: -9000, max: 9000 })), {
    minLength: (columns + 1) * (rows + 1),
    maxLength: (columns + 1) * (rows + 1),
  });
  fc.assert(
    fc.property(jitters, fc.array(step, { minLength: 200, maxLength: 200 }), (jitter, steps) => {
      let fabric = newFabric((column, row) => jitter[row * (columns + 1) + column]!);
      const before: { fabric: Fabric; copy: string }[] = [];
      for (const one of steps) {
        const copy = JSON.stringify(fabric);
        const after = take(fabric, one);
        const outcome = typeof after === 'string' ? `${one[0]} ${after}` : `${one[0]} done`;
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
        if (typeof after === 'string') continue;
        before.push({ fabric, copy });
        fabric = after;
        expect(openEdges(fabric.parts, fabric.whole)).toEqual([]);
      }
      for (const part of fabric.parts) {
        expect(findMeeting(directedEdges(part).map(({ from, to }) => [from, to] as const))).toBeNull();
      }
      const sum = fabric.parts.reduce((total, part) => total + twiceAreaSquareMillimetres(part), 0);
      expect(sum).toBe(twiceAreaSquareMillimetres(fabric.whole));
      for (const state of before.reverse()) expect(JSON.stringify(state.fabric)).toBe(state.copy);
    }),
    { numRuns: 5, endOnFailure: true },
  );
  for (const kind of [0, 1, 2, 3, 4, 5, 6]) expect(seen.get(`${kind} done`)).toBeGreaterThan(20);
});
