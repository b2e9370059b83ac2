import { signedTwiceArea, twiceAreaSquareMillimetres } from '../../geometry/area.ts';
import type { MultiPolygon, Point, Ring } from '../../geometry/shapes.ts';

export interface NamedLand {
  readonly code: string | null;
  readonly polygons: MultiPolygon;
}

/** A piece of land found again elsewhere, by its place in the two lists, and how far the given one lies from the known. */
export interface ShapeMatch {
  readonly givenIndex: number;
  readonly knownIndex: number;
  readonly eastMetres: number;
  readonly northMetres: number;
}

interface Measured {
  readonly index: number;
  readonly code: string | null;
  readonly area: number;
  readonly centre: Point;
  readonly corners: readonly Point[];
}

const sameBoundary = 0.05;
const sameArea = 0.01;
const farthestMillimetres = 2_000_000;
const togetherMetres = 15;
const mostGiven = 200;
const mostPairs = 4000;

/**
 * Which given land is which known land: by code where codes agree (and the areas to 5 %), otherwise by shape. Shapes
 * are pushed onto one another corner by corner; of all pushes the one that most of the given land agrees on is right.
 */
export function matchShapes(given: readonly NamedLand[], known: readonly NamedLand[]): ShapeMatch[] {
  const mine = measure(given);
  const theirs = measure(known);
  const byCode = new Map(theirs.flatMap((each) => (each.code === null ? [] : [[each.code, each]])));
  const named = mine.flatMap((each) => {
    const same = each.code === null ? undefined : byCode.get(each.code);
    return same && Math.abs(each.area / same.area - 1) <= sameBoundary ? [matchOf(each, same)] : [];
  });
  return named.length > 0 ? named : agreeing(mine.slice(0, mostGiven), theirs);
}

/** The known land that could be any of the given at all, by code or area: of a large park a small part. */
export function likelyLand(given: readonly NamedLand[], known: readonly NamedLand[]): NamedLand[] {
  const codes = new Set(given.map(({ code }) => code).filter((code) => code !== null));
  const areas = given.slice(0, mostGiven).map(({ polygons }) => twiceAreaSquareMillimetres(polygons));
  return known.filter(({ code, polygons }) => {
    if (code !== null && codes.has(code)) return true;
    const area = twiceAreaSquareMillimetres(polygons);
    return areas.some((each) => Math.abs(each / area - 1) <= sameBoundary);
  });
}

function agreeing(mine: readonly Measured[], theirs: readonly Measured[]): ShapeMatch[] {
  const pairs: Pair[] = [];
  for (const each of mine) {
    for (const other of theirs) {
      if (pairs.length < mostPairs && isSameShape(each, other)) pairs.push({ of: each, match: matchOf(each, other) });
    }
  }
  const near = nearbyPairs(pairs);
  let best: ShapeMatch[] = [];
  for (const { match } of pairs) {
    const nearest = new Map<Measured, ShapeMatch>();
    for (const pair of near(match)) {
      const distance = apart(pair.match, match);
      const held = nearest.get(pair.of);
      if (distance <= togetherMetres && (!held || distance < apart(held, match))) nearest.set(pair.of, pair.match);
    }
    const votes = [...nearest.values()];
    const isBetter = votes.length > best.length || (votes.length === best.length && length(match) < length(best[0]));
    if (isBetter) best = votes;
  }
  return best.length >= Math.min(2, mine.length) ? best : [];
}

interface Pair {
  readonly of: Measured;
  readonly match: ShapeMatch;
}

/** The pairs whose push may agree with a given one, by squares as wide as pushes may differ. */
function nearbyPairs(pairs: readonly Pair[]): (match: ShapeMatch) => Pair[] {
  const squares = new Map<string, Pair[]>();
  const squareOf = (match: ShapeMatch) =>
    [match.eastMetres, match.northMetres].map((metres) => Math.floor(metres / togetherMetres)) as [number, number];
  for (const pair of pairs) {
    const key = squareOf(pair.match).join();
    const square = squares.get(key);
    if (square) square.push(pair);
    else squares.set(key, [pair]);
  }
  const steps = [-1, 0, 1];
  return (match) => {
    const [east, north] = squareOf(match);
    return steps.flatMap((e) => steps.flatMap((n) => squares.get(`${east + e},${north + n}`) ?? []));
  };
}

function isSameShape(a: Measured, b: Measured): boolean {
  if (Math.abs(a.area / b.area - 1) > sameArea) return false;
  const east = b.centre[0] - a.centre[0];
  const north = b.centre[1] - a.centre[1];
  if (Math.hypot(east, north) > farthestMillimetres) return false;
  const tolerance = Math.max(1000, 0.01 * Math.sqrt(a.area / 2));
  return a.corners.every((corner) =>
    b.corners.some((other) => Math.hypot(corner[0] + east - other[0], corner[1] + north - other[1]) <= tolerance),
  );
}

function measure(land: readonly NamedLand[]): Measured[] {
  return land.flatMap((each, index) => {
    const area = twiceAreaSquareMillimetres(each.polygons);
    const rings = each.polygons.flatMap(([outer]) => (outer ? [outer] : []));
    if (!(area > 0)) return [];
    return [{ index, code: each.code, area, centre: centreOf(rings), corners: rings.flat() }];
  });
}

function centreOf(rings: readonly Ring[]): Point {
  const [first] = rings[0] ?? [];
  if (!first) return [0, 0];
  let twice = 0;
  let east = 0;
  let north = 0;
  for (const ring of rings) {
    const sign = Math.sign(signedTwiceArea(ring));
    ring.forEach(([x, y], index) => {
      const next = ring[(index + 1) % ring.length] ?? first;
      const [ax, ay, bx, by] = [x - first[0], y - first[1], next[0] - first[0], next[1] - first[1]];
      const cross = sign * (ax * by - bx * ay);
      twice += cross;
      east += (ax + bx) * cross;
      north += (ay + by) * cross;
    });
  }
  return [first[0] + east / (3 * twice), first[1] + north / (3 * twice)];
}

function matchOf(given: Measured, known: Measured): ShapeMatch {
  return {
    givenIndex: given.index,
    knownIndex: known.index,
    eastMetres: (given.centre[0] - known.centre[0]) / 1000,
    northMetres: (given.centre[1] - known.centre[1]) / 1000,
  };
}

function apart(a: ShapeMatch, b: ShapeMatch): number {
  return Math.hypot(a.eastMetres - b.eastMetres, a.northMetres - b.northMetres);
}

function length(match: ShapeMatch | undefined): number {
  return match ? Math.hypot(match.eastMetres, match.northMetres) : Infinity;
}
