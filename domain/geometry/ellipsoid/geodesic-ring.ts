import type { AuthalicBlock } from './authalic-block.ts';

/** Longitude and latitude in degrees; whatever follows them is ignored. */
export type LonLat = readonly number[];
/** A ring in degrees, closed or open, of either winding. */
export type LonLatRing = readonly LonLat[];

/** What the short series may leave out, as a part of the area. */
const neglected = 1e-13;
/** Up to here (two kilometres, four in the south) from the first corner the short series hold. */
const nearDegrees = 0.02;
/** Rings must stay this close to their first corner: the series are made for land, not for provinces. */
const reachDegrees = 0.25;

/** Coefficients at the first corner go through memory: V8 otherwise works them out again at every corner. */
const near = new Float64Array(8);

/**
 * Signed area inside a ring of geodesics, positive when clockwise, in squares of the semi-major axis per π/180.
 * `block` is the one at the ring's first corner. Everything is counted from that corner, and differences of nearby
 * degrees are exact in floating point, so a ring of a metre keeps its digits.
 */
export function signedGeodesicRing(ring: LonLatRing, block: AuthalicBlock): number {
  const first = ring[0]!;
  const lat0 = first[1]!;
  const { authalic, bend } = block;
  moveTo(lat0 - block.middleDegrees, authalic, bend);
  const q1 = near[0]!;
  const q2 = near[1]!;
  const q3 = near[2]!;
  const q4 = near[3]!;
  const a0 = near[4]!;
  const a1 = near[5]!;
  const b0 = near[6]!;
  const b1 = near[7]!;
  const last = ring.length - 1;
  let area = 0;
  let squares = 0;
  let lon = first[0]!;
  let q = 0;
  for (let index = isSame(first, ring[last]!) ? last - 1 : last; index >= 0; index -= 1) {
    const corner = ring[index]!;
    const nextLon = corner[0]!;
    const u = corner[1]! - lat0;
    const nextQ = u * (q1 + u * (q2 + u * (q3 + u * q4)));
    const l = lon - nextLon;
    const d = q - nextQ;
    const sum = q + nextQ;
    const l2 = l * l;
    const d2 = d * d;
    squares += l2 + d2;
    area += l * (sum * (0.5 + l2 * a1 + d2 * b1) + l2 * a0 + d2 * b0);
    lon = nextLon;
    q = nextQ;
  }
  // Edges whose squares sum up to s lead no further than √(n s) / 2 from where they began.
  const isNear = ring.length * squares <= 4 * nearDegrees * nearDegrees;
  const fifth = squares * squares * bend[14]!;
  const isShort = fifth * fifth * squares <= area * area * (neglected * neglected);
  return isNear && isShort ? area : signedLongRing(ring, block);
}

function isSame(a: LonLat, b: LonLat): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** The series about a place x degrees from the middle of its block; a1 and b1 are for the sum of two ends. */
function moveTo(x: number, q: Float64Array, bend: Float64Array): void {
  const y = x * (q[0]! + x * q[1]!);
  near[0] = q[0]! + x * (2 * q[1]! + x * (3 * q[2]! + x * (4 * q[3]! + x * 5 * q[4]!)));
  near[1] = q[1]! + x * (3 * q[2]! + x * (6 * q[3]! + x * 10 * q[4]!));
  near[2] = q[2]! + x * (4 * q[3]! + x * 10 * q[4]!);
  near[3] = q[3]! + x * 5 * q[4]!;
  near[4] = bend[0]! + y * (bend[1]! + y * bend[2]!);
  near[5] = 0.5 * bend[1]! + y * bend[2]!;
  near[6] = bend[4]! + y * (bend[5]! + y * bend[6]!);
  near[7] = 0.5 * bend[5]! + y * bend[6]!;
}

function signedLongRing(ring: LonLatRing, { middleDegrees, authalic, bend }: AuthalicBlock): number {
  const first = ring[0]!;
  const lon0 = first[0]!;
  const lat0 = first[1]!;
  const x0 = lat0 - middleDegrees;
  const q1 = authalic[0]!;
  const curved0 = curvedPart(authalic, x0);
  let area = 0;
  let reach = 0;
  let lon = 0;
  let q = 0;
  for (let index = ring.length - 1; index >= 0; index -= 1) {
    const corner = ring[index]!;
    const nextLon = corner[0]! - lon0;
    const nextQ = q1 * (corner[1]! - lat0) + (curvedPart(authalic, corner[1]! - middleDegrees) - curved0);
    const l = lon - nextLon;
    const d = q - nextQ;
    const mean = 0.5 * (q + nextQ);
    const y = mean + q1 * x0 + curved0;
    const l2 = l * l;
    const d2 = d * d;
    area +=
      l *
      (mean +
        l2 * (bend[0]! + y * (bend[1]! + y * (bend[2]! + y * bend[3]!))) +
        d2 * (bend[4]! + y * (bend[5]! + y * (bend[6]! + y * bend[7]!))) +
        l2 * l2 * (bend[8]! + y * bend[9]!) +
        l2 * d2 * (bend[10]! + y * bend[11]!) +
        d2 * d2 * (bend[12]! + y * bend[13]!));
    reach = Math.max(reach, Math.abs(nextLon), Math.abs(corner[1]! - lat0));
    lon = nextLon;
    q = nextQ;
  }
  if (!(reach <= reachDegrees)) throw new RangeError('the ring is too large or its corners are not finite degrees');
  return area;
}

/** Q at x degrees from the middle without its linear part. */
function curvedPart(q: Float64Array, x: number): number {
  const high = q[4]! + x * (q[5]! + x * (q[6]! + x * q[7]!));
  return x * x * (q[1]! + x * (q[2]! + x * (q[3]! + x * high)));
}
