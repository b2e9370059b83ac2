import { BoxIndex } from '../box-index.ts';
import type { SurveyLand } from './survey-land.ts';

const edgesPerRun = 16;

/** Pieces of rings, each at most sixteen edges, with their boxes in a tree: the index for what lies near a corner. */
export interface Runs {
  /** Corners of run `r` are `starts[r]` up to `starts[r + 1]`; its last edge ends at the corner behind them. */
  readonly starts: Int32Array;
  /** West, south, east, north of every run. */
  readonly boxes: Float64Array;
  readonly index: BoxIndex;
  readonly count: number;
}

export function runsOf(land: SurveyLand): Runs {
  const { xs, ys, ringStarts } = land;
  const ringCount = ringStarts.length - 1;
  let count = 0;
  for (let ring = 0; ring < ringCount; ring += 1) {
    count += Math.ceil((ringStarts[ring + 1]! - ringStarts[ring]!) / edgesPerRun);
  }
  const starts = new Int32Array(count + 1);
  const boxes = new Float64Array(count * 4);
  let run = 0;
  for (let ring = 0; ring < ringCount; ring += 1) {
    const end = ringStarts[ring + 1]!;
    for (let start = ringStarts[ring]!; start < end; start += edgesPerRun, run += 1) {
      starts[run] = start;
      const stop = Math.min(end, start + edgesPerRun);
      let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let at = start; at <= stop; at += 1) {
        const corner = at === end ? ringStarts[ring]! : at;
        const [x, y] = [xs[corner]!, ys[corner]!];
        west = Math.min(west, x);
        south = Math.min(south, y);
        east = Math.max(east, x);
        north = Math.max(north, y);
      }
      boxes[run * 4] = west;
      boxes[run * 4 + 1] = south;
      boxes[run * 4 + 2] = east;
      boxes[run * 4 + 3] = north;
    }
  }
  starts[count] = xs.length;
  return { starts, boxes, index: new BoxIndex(boxes), count };
}
