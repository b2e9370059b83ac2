import { derivative, over, plus, scaled, solution, times, type Series } from './power-series.ts';

/** CGCS2000 (GB 22021): the semi-major axis in metres and the flattening. */
export const semiMajorMetres = 6_378_137;
export const flattening = 1 / 298.257222101;

export const radiansPerDegree = Math.PI / 180;
export const blocksPerDegree = 20;

export const eccentricitySquared = flattening * (2 - flattening);

/**
 * What the area under a short geodesic needs near one latitude. Q(φ) is the area between the equator and φ per radian
 * of longitude, in squares of the semi-major axis; λ and φ are in degrees.
 */
export interface AuthalicBlock {
  /** Blocks are counted northwards from the equator. */
  readonly number: number;
  readonly middleDegrees: number;
  /** Coefficients of Q(φ) − Q(middle) in degrees from the middle: 1st to 8th power. */
  readonly authalic: Float64Array;
  /**
   * What the geodesic adds to the mean of Q at its ends is ℓ²a + d²b + ℓ⁴c + ℓ²d²p + d⁴q, with ℓ = Δλ and d = ΔQ.
   * a, b: four coefficients each in Q − Q(middle), then c, p, q: two each; last |c| + |p| + |q|.
   */
  readonly bend: Float64Array;
}

/**
 * In coordinates (λ, Q) the metric is dQ²/G + G dλ² with G = r² and G' = −2 sin φ, so a geodesic Q(λ) obeys
 * Q″ = f + g Q′² with f = −G sin φ and g = −3 sin φ / G, and sin φ obeys a rational equation in Q.
 * The terms are the expansion of ∫ Q dλ between two given ends to fifth order; even orders vanish by symmetry.
 */
export function authalicBlock(number: number): AuthalicBlock {
  const middleDegrees = (number + 0.5) / blocksPerDegree;
  const sine = Math.sin(middleDegrees * radiansPerDegree);
  const cosine = Math.cos(middleDegrees * radiansPerDegree);
  return { number, middleDegrees, authalic: authalicSeries(sine, cosine), bend: bendSeries(sine) };
}

function authalicSeries(sine: number, cosine: number): Float64Array {
  const sines: number[] = [sine];
  const cosines: number[] = [cosine];
  for (let power = 1; power < 8; power += 1) {
    sines.push(cosines[power - 1]! / power);
    cosines.push(-sines[power - 1]! / power);
  }
  const slope = over(scaled(cosines, 1 - eccentricitySquared), square(flattened(sines)));
  return Float64Array.from(slope, (value, power) => (value / (power + 1)) * radiansPerDegree ** power);
}

function bendSeries(sineAtMiddle: number): Float64Array {
  const sine = solution(sineAtMiddle, 7, (s) => scaled(square(flattened(s)), 1 / (1 - eccentricitySquared)));
  const radiusSquared = over(plus(one(7), scaled(square(sine), -1)), flattened(sine));
  const f = scaled(times(radiusSquared, sine), -1);
  const g = scaled(over(sine, radiusSquared), -3);
  const [f1, g1] = [derivative(f), derivative(g)];
  const [f2, g2] = [derivative(f1), derivative(g1)];
  const c = plus(scaled(times(f1, f), 1 / 120), scaled(times(g, square(f)), -1 / 240));
  const p = [scaled(times(f1, g), 1 / 90), scaled(times(square(g), f), -1 / 360), scaled(f2, -1 / 480)].reduce(plus);
  const q = [scaled(times(g1, g), 1 / 360), scaled(times(square(g), g), 1 / 720), scaled(g2, -1 / 480)].reduce(plus);
  const inDegrees = (series: Series, count: number, order: number) =>
    series.slice(0, count).map((value, power) => value * radiansPerDegree ** (power + order));
  return Float64Array.from([
    ...inDegrees(scaled(f, -1 / 12), 4, 1),
    ...inDegrees(scaled(g, -1 / 12), 4, 1),
    ...inDegrees(c, 2, 3),
    ...inDegrees(p, 2, 3),
    ...inDegrees(q, 2, 3),
    inDegrees([Math.abs(c[0]!) + Math.abs(p[0]!) + Math.abs(q[0]!)], 1, 3)[0]!,
  ]);
}

function one(length: number): Series {
  return Array.from({ length }, (_, power) => (power === 0 ? 1 : 0));
}

function square(a: Series): Series {
  return times(a, a);
}

/** 1 − e² s² of a series s. */
function flattened(sine: Series): Series {
  return plus(one(sine.length), scaled(square(sine), -eccentricitySquared));
}
