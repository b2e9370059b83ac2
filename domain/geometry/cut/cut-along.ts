import { twiceAreaSquareMillimetres } from '../area.ts';
import { eachEdge, edgeKey } from '../coverage.ts';
import type { Line, MultiPolygon, Point, Polygon } from '../shapes.ts';
import { cross, findMeeting, isSamePoint, type Edge } from './edges-meet.ts';
import { insertCorners, placeOn, placesOn, reachOfEdgeMillimetres, sortCorners } from './insert-corners.ts';
import { refuseSplit, type SplitRefusal } from './refuse-split.ts';
import { traceFaces, type DirectedEdge } from './trace-faces.ts';

export interface LandPiece {
  readonly polygon: Polygon;
  /** Twice its plane area in square millimetres, exact. */
  readonly twiceAreaSquareMillimetres: number;
}

/** What every cut of land tells beside its pieces. */
export interface CompletedLand {
  /** The land with the new corners: the pieces add up to it exactly. */
  readonly completed: MultiPolygon;
  /** New corners on the edges of the land: what lies on their other side needs them too (`followCorners`, `insertCorners`). */
  readonly corners: readonly Point[];
}

export interface CutLine {
  readonly line: Line;
  /** A ring comes back to its first point. */
  readonly isClosed: boolean;
}

export interface CutFace {
  readonly polygon: Polygon;
  /** Null for a part of the land that no line reaches. */
  readonly side: 'left' | 'right' | null;
}

export interface CutFaces extends CompletedLand {
  readonly faces: readonly CutFace[];
}

const [left, right] = [1, 2];

/**
 * Cuts land along lines. A corner of one within a millimetre of an edge of the other is a corner of both; crossings are
 * rounded to the grid. Refuses with split.line-crosses-itself, split.not-crossing, split.ends-inside,
 * split.sides-unclear, and split.too-narrow where rounded edges would meet.
 */
export function cutAlong(land: MultiPolygon, cuts: readonly CutLine[]): CutFaces | SplitRefusal {
  const lines = cuts.map(withoutRepeats);
  const segments = lines.flatMap(edgesOfLine);
  const own = findMeeting(segments);
  if (own) return refuseSplit('split.line-crosses-itself', placeOf(own[1][0]));
  const edges = land.flat().flatMap((ring) => edgesOfLine({ line: ring, isClosed: true }));
  const crossings = segments.flatMap((segment) => crossingsOf(segment, edges));
  const completed = insertCorners(land, [...crossings, ...lines.flatMap(({ line }) => line)]);
  const met = sortCorners([...crossings, ...land.flat(2)]);
  const boundary = directedEdges(completed);
  const known = new Set(boundary.map(({ from, to }) => edgeKey(from, to)));
  const chain = lines
    .flatMap((cut) => edgesOfLine(withCorners(cut, met)))
    .filter(([from, to]) => !known.has(edgeKey(from, to)) && !known.has(edgeKey(to, from)));
  const narrow = findMeeting([...boundary.map(({ from, to }): Edge => [from, to]), ...chain]);
  if (narrow) return refuseSplit('split.too-narrow', placeOf(narrow[1][0]));
  const chords = chain.filter(([from, to]) => isInside(boundary, from[0] + to[0], from[1] + to[1]));
  if (chords.length === 0) return refuseSplit('split.not-crossing');
  const { faces, bridge } = traceFaces([
    ...boundary,
    ...chords.flatMap(([from, to]): DirectedEdge[] => [
      { from, to, mark: left },
      { from: to, to: from, mark: right },
    ]),
  ]);
  if (bridge) return refuseSplit('split.ends-inside', placeOf(bridge.to));
  if (faces.some(({ marks }) => marks.has(left) && marks.has(right))) return refuseSplit('split.sides-unclear');
  return {
    completed,
    corners: newCorners(land, completed),
    faces: faces.map(({ polygon, marks }) => ({
      polygon,
      side: marks.has(left) ? 'left' : marks.has(right) ? 'right' : null,
    })),
  };
}

/** The edges of land with the land on their left, whatever the winding of its rings. */
export function directedEdges(land: MultiPolygon): DirectedEdge[] {
  const edges: DirectedEdge[] = [];
  eachEdge(land, (from, to) => edges.push({ from, to, mark: 0 }));
  return edges;
}

export function pieceOf(polygon: Polygon): LandPiece {
  return { polygon, twiceAreaSquareMillimetres: twiceAreaSquareMillimetres([polygon]) };
}

/** Corners that completed land has and the land before had not. */
export function newCorners(land: MultiPolygon, completed: MultiPolygon): Point[] {
  if (land === completed) return [];
  const before = new Set(land.flat(2).map(String));
  return completed.flat(2).filter((corner) => !before.has(String(corner)));
}

/** Crossings of a segment with edges, rounded; none where a corner of one is a corner of the other anyway. */
function crossingsOf([from, to]: Edge, edges: readonly Edge[]): Point[] {
  const [west, east] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const [south, north] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  const points: Point[] = [];
  for (const [a, b] of edges) {
    if ((a[0] < west && b[0] < west) || (a[0] > east && b[0] > east)) continue;
    if ((a[1] < south && b[1] < south) || (a[1] > north && b[1] > north)) continue;
    const [turnA, turnB] = [cross(from, to, a), cross(from, to, b)];
    const [turnFrom, turnTo] = [cross(a, b, from), cross(a, b, to)];
    if (turnA > 0 === turnB > 0 || turnFrom > 0 === turnTo > 0) continue;
    if (isBeside(a, b, from) || isBeside(a, b, to) || isBeside(from, to, a) || isBeside(from, to, b)) continue;
    const share = turnA / (turnA - turnB);
    points.push([Math.round(a[0] + (b[0] - a[0]) * share) + 0, Math.round(a[1] + (b[1] - a[1]) * share) + 0]);
  }
  return points;
}

function isBeside(from: Point, to: Point, corner: Point): boolean {
  if (isSamePoint(from, corner) || isSamePoint(to, corner)) return true;
  const place = placeOn(from, to, 0, corner);
  return place !== null && place.squareAway <= reachOfEdgeMillimetres ** 2;
}

function withCorners(cut: CutLine, corners: readonly Point[]): CutLine {
  const line = [...cut.line];
  for (const [edge, places] of placesOn(line, corners, {
    reachMillimetres: reachOfEdgeMillimetres,
    isClosed: cut.isClosed,
  })) {
    line.splice(edge + 1, 0, ...places.map(({ corner }) => corner));
  }
  return { line, isClosed: cut.isClosed };
}

function withoutRepeats({ line, isClosed }: CutLine): CutLine {
  const kept = line.filter((point, index) => index === 0 || !isSamePoint(point, line[index - 1]!));
  if (isClosed && kept.length > 1 && isSamePoint(kept[0]!, kept.at(-1)!)) kept.pop();
  return { line: kept, isClosed };
}

function edgesOfLine({ line, isClosed }: CutLine): Edge[] {
  const edges = line.map((from, index): Edge => [from, line[(index + 1) % line.length]!]);
  return isClosed ? edges : edges.slice(0, -1);
}

/** Even-odd rule for a point given in half millimetres that lies on no edge. */
function isInside(boundary: readonly DirectedEdge[], x: number, y: number): boolean {
  let isOdd = false;
  for (const { from, to } of boundary) {
    if (2 * from[1] > y === 2 * to[1] > y) continue;
    const turn = (to[0] - from[0]) * (y - 2 * from[1]) - (x - 2 * from[0]) * (to[1] - from[1]);
    if (turn > 0 === to[1] > from[1]) isOdd = !isOdd;
  }
  return isOdd;
}

function placeOf([eastMillimetres, northMillimetres]: Point): Record<string, number> {
  return { eastMillimetres, northMillimetres };
}
