import type { Line } from './shapes.ts';

/** Chainage in metres of every vertex of a centreline, starting at 0, rounded to a millimetre. */
export function chainagesMetres(line: Line): number[] {
  let metres = 0;
  return line.map((point, index) => {
    const previous = line[index - 1];
    if (previous) metres += Math.hypot(point[0] - previous[0], point[1] - previous[1]) / 1000;
    return Math.round(metres * 1000) / 1000;
  });
}

/** Plane length of a line in metres, rounded to a millimetre. */
export function lengthMetres(line: Line): number {
  return chainagesMetres(line).at(-1) ?? 0;
}
