import type { MultiPolygon } from '../../../domain/geometry/shapes.ts';

/** A fraction of big integers with a positive denominator. */
export type Fraction = readonly [numerator: bigint, denominator: bigint];

type Edge = readonly [x0: bigint, y0: bigint, x1: bigint, y1: bigint, sign: bigint];

/**
 * Twice the common area as an exact fraction, the long way: over every pair of edges, the signed area under both at
 * once. Nothing is decided about inside, touching or crossing.
 *
 *        a /\ b        ∫ min(a, b) over the x they share; the boundaries' signs add up to the intersection
 *         /  \
 *      ---+--+---
 */
export function exactOverlay(first: MultiPolygon, second: MultiPolygon): Fraction {
  const lowest = Math.min(...[...first, ...second].flat(2).map(([, y]) => y));
  const others = edgesOf(second, lowest);
  let sum: Fraction = [0n, 1n];
  for (const a of edgesOf(first, lowest)) for (const b of others) sum = plus(sum, twiceUnderBoth(a, b));
  return sum;
}

/** The nearest double of a fraction, within a unit in the last place. */
export function toNumber([numerator, denominator]: Fraction): number {
  const whole = numerator / denominator;
  const rest = ((numerator - whole * denominator) * 2n ** 60n) / denominator;
  return Number(whole) + Number(rest) / 2 ** 60;
}

function edgesOf(land: MultiPolygon, lowest: number): Edge[] {
  return land.flatMap((polygon) =>
    polygon.flatMap((ring, index) => {
      const corners = ring.map(([x, y]) => [BigInt(x), BigInt(y) - BigInt(lowest)] as const);
      const edges = corners.map((from, at) => [from, corners[(at + 1) % corners.length]!] as const);
      const twice = edges.reduce((sum, [[ax, ay], [bx, by]]) => sum + ax * by - bx * ay, 0n);
      const turn = twice > 0n === (index === 0) ? -1n : 1n;
      return edges
        .filter(([from, to]) => from[0] !== to[0])
        .map(([from, to]): Edge => (from[0] < to[0] ? [...from, ...to, turn] : [...to, ...from, -turn]));
    }),
  );
}

function twiceUnderBoth(a: Edge, b: Edge): Fraction {
  const left = a[0] > b[0] ? a[0] : b[0];
  const right = a[2] < b[2] ? a[2] : b[2];
  if (left >= right) return [0n, 1n];
  const sign = a[4] * b[4];
  const gapLeft = minus(heightAt(a, [left, 1n]), heightAt(b, [left, 1n]));
  const gapRight = minus(heightAt(a, [right, 1n]), heightAt(b, [right, 1n]));
  const isLowerLeft = gapLeft[0] <= 0n;
  const isLowerRight = gapRight[0] <= 0n;
  if (isLowerLeft && isLowerRight) return times([sign, 1n], twiceUnder(a, [left, 1n], [right, 1n]));
  if (!isLowerLeft && !isLowerRight) return times([sign, 1n], twiceUnder(b, [left, 1n], [right, 1n]));
  const share = over(gapLeft, minus(gapLeft, gapRight));
  const middle = plus([left, 1n], times(share, [right - left, 1n]));
  const [lower, upper] = isLowerLeft ? [a, b] : [b, a];
  return times([sign, 1n], plus(twiceUnder(lower, [left, 1n], middle), twiceUnder(upper, middle, [right, 1n])));
}

function twiceUnder(edge: Edge, from: Fraction, to: Fraction): Fraction {
  return times(minus(to, from), plus(heightAt(edge, from), heightAt(edge, to)));
}

function heightAt([x0, y0, x1, y1]: Edge, x: Fraction): Fraction {
  return plus([y0, 1n], times(minus(x, [x0, 1n]), over([y1 - y0, 1n], [x1 - x0, 1n])));
}

function plus([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return reduced(a * d + c * b, b * d);
}

function minus(a: Fraction, [c, d]: Fraction): Fraction {
  return plus(a, [-c, d]);
}

function times([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return reduced(a * c, b * d);
}

function over([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return c < 0n ? reduced(-a * d, -b * c) : reduced(a * d, b * c);
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b > 0n) [a, b] = [b, a % b];
  return a > 1n ? [numerator / a, denominator / a] : [numerator, denominator];
}
