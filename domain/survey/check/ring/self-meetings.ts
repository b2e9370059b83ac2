import type { Point, Ring } from '../../../geometry/shapes.ts';
import { BoxIndex } from '../box-index.ts';
import { isSame, turn } from './ring-under-check.ts';

/** A place to which a ring comes twice. */
export interface SelfMeeting {
  readonly edge: number;
  readonly other: number;
  /** Rounded to a millimetre where edges cross between their corners. */
  readonly point: Point;
  /** False when the ring only touches itself there, on a corner of it. */
  readonly isCrossing: boolean;
}

const edgesPerRun = 8;
const bruteForceCorners = 48;
const mostMeetings = 50;

/**
 * Where a ring without equal neighbours and folds meets itself, at most fifty places. Exact. About n log n for natural
 * outlines; `isComplete` is false when more than `mostPairs` pairs of edges would have had to be tried.
 */
export function selfMeetings(points: Ring, mostPairs: number): { meetings: SelfMeeting[]; isComplete: boolean } {
  const meetings: SelfMeeting[] = [];
  const { length } = points;
  if (length <= bruteForceCorners) {
    for (let edge = 0; edge < length; edge += 1) {
      for (let other = edge + 2; other < length; other += 1) meet(points, edge, other, meetings);
    }
    return { meetings: meetings.slice(0, mostMeetings), isComplete: true };
  }
  const boxes = runBoxes(points);
  const index = new BoxIndex(boxes);
  const found: number[] = [];
  let pairs = 0;
  for (let run = 0; run * 4 < boxes.length; run += 1) {
    const at = run * 4;
    index.search(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!, found);
    for (const other of found) {
      if (other < run) continue;
      pairs += edgesPerRun * edgesPerRun;
      if (pairs > mostPairs) return { meetings, isComplete: false };
      meetRuns(points, run, other, meetings);
      if (meetings.length >= mostMeetings) return { meetings, isComplete: true };
    }
  }
  return { meetings, isComplete: true };
}

function meetRuns(points: Ring, run: number, otherRun: number, meetings: SelfMeeting[]): void {
  const end = Math.min(points.length, (run + 1) * edgesPerRun);
  const otherEnd = Math.min(points.length, (otherRun + 1) * edgesPerRun);
  for (let edge = run * edgesPerRun; edge < end; edge += 1) {
    for (let other = Math.max(edge + 2, otherRun * edgesPerRun); other < otherEnd; other += 1) {
      meet(points, edge, other, meetings);
    }
  }
}

function runBoxes(points: Ring): Float64Array {
  const boxes = new Float64Array(Math.ceil(points.length / edgesPerRun) * 4);
  for (let at = 0; at < boxes.length; at += 4) boxes.set([Infinity, Infinity, -Infinity, -Infinity], at);
  points.forEach((from, edge) => {
    const at = Math.floor(edge / edgesPerRun) * 4;
    const to = points[(edge + 1) % points.length]!;
    boxes[at] = Math.min(boxes[at]!, from[0], to[0]);
    boxes[at + 1] = Math.min(boxes[at + 1]!, from[1], to[1]);
    boxes[at + 2] = Math.max(boxes[at + 2]!, from[0], to[0]);
    boxes[at + 3] = Math.max(boxes[at + 3]!, from[1], to[1]);
  });
  return boxes;
}

function meet(points: Ring, edge: number, other: number, meetings: SelfMeeting[]): void {
  const { length } = points;
  const [a, b] = [points[edge]!, points[(edge + 1) % length]!];
  const [c, d] = [points[other]!, points[(other + 1) % length]!];
  if (a[0] < c[0] && a[0] < d[0] && b[0] < c[0] && b[0] < d[0]) return;
  if (a[0] > c[0] && a[0] > d[0] && b[0] > c[0] && b[0] > d[0]) return;
  if (a[1] < c[1] && a[1] < d[1] && b[1] < c[1] && b[1] < d[1]) return;
  if (a[1] > c[1] && a[1] > d[1] && b[1] > c[1] && b[1] > d[1]) return;
  if (edge === 0 && other === length - 1) return;
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc * abd < 0 && cda * cdb < 0) {
    const share = abc / (abc - abd);
    const point = [Math.round(c[0] + (d[0] - c[0]) * share), Math.round(c[1] + (d[1] - c[1]) * share)] as const;
    meetings.push({ edge, other, point, isCrossing: true });
    return;
  }
  const beforeEdge = points[(edge + length - 1) % length]!;
  const beforeOther = points[(other + length - 1) % length]!;
  if (isSame(a, c)) {
    const isCrossing = passesThrough(beforeEdge, a, b, beforeOther, d);
    meetings.push({ edge, other, point: a, isCrossing });
  } else if (abc === 0 && isBetween(a, b, c)) {
    meetings.push({ edge, other, point: c, isCrossing: passesThrough(a, c, b, beforeOther, d) });
  }
  if (cda === 0 && isBetween(c, d, a)) {
    meetings.push({ edge, other, point: a, isCrossing: passesThrough(c, a, d, beforeEdge, b) });
  }
}

/** On the edge, its ends not counted; the point is known to lie on its line. */
function isBetween(from: Point, to: Point, point: Point): boolean {
  return (point[0] - from[0]) * (point[0] - to[0]) + (point[1] - from[1]) * (point[1] - to[1]) < 0;
}

/** Whether two places lie strictly on different sides of the path before → at → after. */
function passesThrough(before: Point, at: Point, after: Point, one: Point, two: Point): boolean {
  return sideOf(before, at, after, one) * sideOf(before, at, after, two) < 0;
}

/** 1 left of the path, −1 right of it, 0 when the place lies along one of its arms. */
function sideOf(before: Point, at: Point, after: Point, place: Point): number {
  const [onIn, onOut] = [turn(at, before, place), turn(at, after, place)];
  if ((onIn === 0 && isAhead(at, before, place)) || (onOut === 0 && isAhead(at, after, place))) return 0;
  const bend = turn(before, at, after);
  const isLeft = bend > 0 ? onOut > 0 && onIn < 0 : bend < 0 ? onOut > 0 || onIn < 0 : onOut > 0;
  return isLeft ? 1 : -1;
}

function isAhead(at: Point, arm: Point, place: Point): boolean {
  return (arm[0] - at[0]) * (place[0] - at[0]) + (arm[1] - at[1]) * (place[1] - at[1]) > 0;
}
