import { firstSelfCrossing } from './self-crossing.ts';

export const ringDefects = [
  'position-not-finite',
  'ring-unclosed',
  'ring-too-short',
  'duplicate-corner',
  'zero-area',
  'self-crossing',
  'tiny-area',
] as const;

export interface RingFinding {
  readonly code: (typeof ringDefects)[number];
  readonly place: readonly [number, number] | null;
  /** Number of the corner in its ring, from 1. */
  readonly corner: number | null;
  /** The number behind the code: corners of a short ring, square metres of a small one. */
  readonly value: number | null;
  readonly message: string;
}

type Corner = readonly [number, number];

/** The register counts hundredths of a square metre; a ring below one of them is no land. */
export const smallestAreaSquareMetres = 0.01;

/**
 * The first defect of a closed ring, or null. Positions may be degrees or millimetres; `areaSquareMetres` measures the
 * open ring of finite, different corners it is given.
 */
export function checkRing(
  positions: readonly (readonly number[])[],
  areaSquareMetres: (corners: readonly Corner[]) => number,
): RingFinding | null {
  const wild = positions.findIndex(([x, y]) => !Number.isFinite(x) || !Number.isFinite(y));
  if (wild >= 0) {
    return { ...defect('position-not-finite', 'a corner is no pair of finite numbers'), corner: wild + 1 };
  }
  const closed = positions.map(([x, y]): Corner => [x!, y!]);
  const last = closed.at(-1);
  if (last && !isSame(closed[0]!, last)) {
    const message = 'the ring does not come back to its first corner';
    return { ...defect('ring-unclosed', message), place: last, corner: closed.length };
  }
  const corners = closed.slice(0, -1);
  const different = new Set(corners.map((corner) => corner.join())).size;
  if (different < 3) {
    const message = `a ring needs three corners and has ${different}`;
    return { ...defect('ring-too-short', message), place: corners[0] ?? null, value: different };
  }
  const twice = corners.findIndex((corner, at) => isSame(corner, corners[(at + 1) % corners.length]!));
  if (twice >= 0) return { ...defect('duplicate-corner', 'a corner stands twice in a row'), ...at(corners, twice) };
  return checkShape(corners, areaSquareMetres);
}

function checkShape(
  corners: readonly Corner[],
  areaSquareMetres: (corners: readonly Corner[]) => number,
): RingFinding | null {
  const [first, second] = [corners[0]!, corners[1]!];
  if (corners.every((corner) => turn(first, second, corner) === 0)) {
    return { ...defect('zero-area', 'all corners lie on one line'), ...at(corners, 0), value: 0 };
  }
  const crossing = firstSelfCrossing(corners);
  if (crossing)
    return { ...defect('self-crossing', 'the ring crosses itself'), ...at(corners, corners.indexOf(crossing)) };
  const area = areaSquareMetres(corners);
  if (area >= smallestAreaSquareMetres) return null;
  const message = `the ring holds ${area} m², less than ${smallestAreaSquareMetres} m²`;
  return { ...defect('tiny-area', message), ...at(corners, 0), value: area };
}

function defect(code: RingFinding['code'], message: string): RingFinding {
  return { code, place: null, corner: null, value: null, message };
}

function at(corners: readonly Corner[], index: number): Pick<RingFinding, 'place' | 'corner'> {
  return { place: corners[index]!, corner: index + 1 };
}

function isSame(a: Corner, b: Corner): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function turn(a: Corner, b: Corner, c: Corner): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
