import { areaOf, spline, type Point } from '../shape/curve.ts';
import { valley, valleyLine } from './frame.ts';
import { countyRoad } from './roads.ts';
import { crossings, Path } from '../shape/path.ts';
import { bank, river } from './water.ts';

/** The hill foot north of the park, from the east to the county road in the west, in the valley frame. */
export const hillFoot: readonly Point[] = [
  [3380, -60],
  [3310, 130],
  [3190, 240],
  [3120, 400],
  [3010, 560],
  [2830, 640],
  [2650, 720],
  [2480, 700],
  [2330, 620],
  [2200, 660],
  [2080, 800],
  [1930, 860],
  [1790, 760],
  [1690, 640],
  [1540, 560],
  [1380, 560],
  [1240, 640],
  [1120, 730],
  [960, 700],
  [840, 600],
  [700, 590],
  [560, 690],
  [400, 700],
  [270, 590],
  [210, 450],
  [110, 330],
];

/** The park of 2007: river bank, hill foot, county road, and the meander on the right bank. `shift` moves the hill foot out. */
export function outlineV2(shiftMetres: number): Point[] {
  const edge = new Path(countyRoad.path.parallel(countyRoad.widthMetres / 2 + 1));
  const at = (u: number, v: number): number => river.foot(valley(u, v)).chainage;
  const start = westCorner(edge);
  const [lobeFrom, lobeTo, east] = [at(2265, -570), at(3120, -420), at(3420, -620)];
  const rightBank = new Path(bank('right', lobeFrom, lobeTo));
  const lobe = [
    rightBank.at(0),
    ...edge.part(edge.foot(valley(2372, -775)).chainage, edge.foot(valley(3060, -680)).chainage),
    valley(3105, -600),
    rightBank.at(rightBank.length),
  ];
  const hill = spline([...valleyLine(outward(shiftMetres))], 0.25);
  const westEnd = hill[hill.length - 1]!;
  return [
    ...bank('left', start.river, lobeFrom),
    ...lobe,
    ...bank('left', lobeTo, east),
    ...spline([bank('left', east - 1, east).at(-1)!, valley(3440, -400), valley(3430, -220), hill[0]!], 0.25).slice(
      1,
      -1,
    ),
    ...hill,
    ...edge.part(edge.foot(westEnd).chainage, start.edge),
  ].filter((p, i, all) => i === 0 || Math.hypot(p[0] - all[i - 1]![0], p[1] - all[i - 1]![1]) > 0.5);
}

export function westCorner(edge: Path): { river: number; edge: number } {
  const line = new Path(bank('left', 0, river.length));
  const hit = crossings(edge, line).find(
    ({ at }) => Math.hypot(at[0] - valley(-60, -480)[0], at[1] - valley(-60, -480)[1]) < 400,
  );
  if (!hit) throw new Error('the county road misses the river');
  return { river: river.foot(hit.at).chainage, edge: hit.onA };
}

function outward(shift: number): Point[] {
  return hillFoot.map(([u, v], i): Point => [u + (u > 2900 ? shift * 0.6 : 0), v + shift * Math.min(1, i / 4)]);
}

/** Moves a shape's one free number until its area is the one wanted. */
export function tune(shape: (x: number) => Point[], areaSquareMetres: number, low: number, high: number): Point[] {
  const excess = (x: number): number => Math.abs(areaOf(shape(x))) - areaSquareMetres;
  if (excess(low) > 0 || excess(high) < 0)
    throw new Error(`cannot reach ${areaSquareMetres}: ${excess(low)} … ${excess(high)}`);
  let [a, b] = [low, high];
  for (let i = 0; i < 60; i++) {
    const middle = (a + b) / 2;
    if (excess(middle) > 0) b = middle;
    else a = middle;
  }
  return shape((a + b) / 2);
}

export const parkBank = (from: number, to: number): Point[] => bank('left', from, to);

/** The area surveyed in 2007: straight sides round the park, moved out together until the area is right. */
const surveyCorners: readonly Point[] = [
  [-110, -560],
  [60, -700],
  [420, -680],
  [800, -580],
  [1180, -640],
  [1560, -820],
  [1960, -840],
  [2240, -800],
  [2420, -790],
  [3110, -700],
  [3480, -720],
  [3530, -180],
  [3330, 330],
  [3080, 620],
  [2640, 760],
  [2300, 720],
  [1960, 880],
  [1700, 800],
  [1400, 620],
  [1120, 760],
  [820, 650],
  [420, 740],
  [170, 600],
  [40, 360],
  [-60, 60],
];

export function surveyOutline(shiftMetres: number): Point[] {
  const n = surveyCorners.length;
  return surveyCorners.map(([u, v], i) => {
    const [a, b] = [surveyCorners[(i + n - 1) % n]!, surveyCorners[(i + 1) % n]!];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const length = Math.hypot(dx, dy);
    const [x, y] = valley(u + (dy / length) * shiftMetres, v - (dx / length) * shiftMetres);
    return [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];
  });
}
