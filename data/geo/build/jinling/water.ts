import { spline, thin, type Point } from '../shape/curve.ts';
import { valleyLine } from './frame.ts';
import { Path } from '../shape/path.ts';

/** 西溪: its line in the valley frame, from the mountains in the west to the county town in the east. */
const riverCourse: readonly Point[] = [
  [-6200, -250],
  [-5200, 260],
  [-4300, -160],
  [-3400, -480],
  [-2600, -60],
  [-1800, 120],
  [-1150, -230],
  [-600, -470],
  [-80, -520],
  [330, -600],
  [780, -500],
  [1150, -560],
  [1520, -735],
  [1950, -770],
  [2290, -570],
  [2640, -345],
  [2990, -355],
  [3330, -560],
  [3720, -790],
  [4200, -720],
  [4750, -420],
  [5400, -500],
  [6100, -850],
  [6900, -700],
  [7800, -300],
];

/** 金坑溪, which comes out of the northern side valley and crosses the park. */
const streamCourse: readonly Point[] = [
  [1500, 3600],
  [1650, 3000],
  [1560, 2500],
  [1760, 2000],
  [1830, 1550],
  [1980, 1200],
  [1950, 900],
  [2030, 640],
  [2010, 430],
  [2080, 240],
  [2050, 60],
  [2090, -120],
  [2045, -290],
  [2110, -470],
  [2130, -700],
];

export const river = new Path(spline(valleyLine(riverCourse), 0.25));
export const stream = new Path(spline(valleyLine(streamCourse), 0.1));
export const streamWidthMetres = 13;

/** 44–84 m, wider in the bends. */
export function riverWidth(chainage: number): number {
  return 62 + 12 * Math.sin(chainage / 310) + 8 * Math.sin(chainage / 127 + 1.3);
}

/** The water's edge; left is the park's bank. */
export function bank(side: 'left' | 'right', from: number, to: number, outMetres = 0): Point[] {
  const sign = side === 'left' ? 1 : -1;
  const count = Math.max(2, Math.ceil((to - from) / 6));
  const line = Array.from({ length: count + 1 }, (_, i) => {
    const s = from + ((to - from) * i) / count;
    return river.at(s, sign * (riverWidth(s) / 2 + outMetres));
  });
  return thin(smooth(line), 0.2);
}

export function riverRing(from: number, to: number, outMetres = 0): Point[] {
  return [...bank('right', from, to, outMetres), ...bank('left', from, to, outMetres).reverse()];
}

function smooth(line: readonly Point[]): Point[] {
  let out = [...line];
  for (let round = 0; round < 6; round++) {
    out = out.map((p, i) => {
      const [a, b] = [out[i - 1], out[i + 1]];
      return a && b ? ([(a[0] + 2 * p[0] + b[0]) / 4, (a[1] + 2 * p[1] + b[1]) / 4] as Point) : p;
    });
  }
  return out;
}
