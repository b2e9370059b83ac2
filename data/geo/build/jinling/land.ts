import type { Point } from '../shape/curve.ts';
import { valley, valleyLine } from './frame.ts';
import { ringOf } from '../shape/drafting.ts';
import type { Mask } from '../cover/plane.ts';
import type { Road } from '../shape/roads.ts';
import { river, riverRing, stream, streamWidthMetres } from './water.ts';
import { spline } from '../shape/curve.ts';

export type Land =
  | { kind: 'parcel'; face: number }
  | { kind: 'road'; use: string; name: string; nameEn: string; road: string }
  | { kind: 'water' | 'green' | 'utility' | 'rest'; use: string; name: string; nameEn: string };

/** Chainage of the axis of the management centre on the avenue. */
export const axisChainage = 1345;

const roadOf = (roads: readonly Road[], code: string): Road => roads.find((r) => r.code === code)!;

export function utilityMasks(roads: readonly Road[]): Mask<Land>[] {
  const avenue = roadOf(roads, 'R0').path;
  const r2 = roadOf(roads, 'R2').path;
  const c = axisChainage;
  const utility = (use: string, name: string, nameEn: string, ring: Point[]): Mask<Land> => ({
    ring,
    label: { kind: 'utility', use, name, nameEn },
  });
  const near = (u: number, v: number): number => r2.foot(valley(u, v)).chainage;
  return [
    utility('S2', '管理中心广场', 'Management Centre Plaza', ringOf(avenue, 10, 102, c - 58, c + 58)),
    utility('U1', '110 kV 变电站', '110 kV Substation', ringOf(r2, 0, 118, near(1760, 470), near(1868, 500))),
    utility('U1', '自来水厂', 'Waterworks', ringOf(r2, 0, 400, near(500, 450), near(600, 470))),
    utility(
      'U4',
      '污水处理厂',
      'Sewage Works',
      valleyLine([
        [3250, -74],
        [3440, -140],
        [3600, -180],
        [3600, -800],
        [3250, -800],
      ]),
    ),
  ];
}

export function greenMasks(roads: readonly Road[]): Mask<Land>[] {
  const avenue = roadOf(roads, 'R0').path;
  const c = axisChainage;
  const green = (use: 'G1' | 'G2', name: string, nameEn: string, ring: Point[]): Mask<Land> => ({
    ring,
    label: { kind: 'green', use, name, nameEn },
  });
  const rest = (use: string, name: string, nameEn: string, ring: Point[]): Mask<Land> => ({
    ring,
    label: { kind: 'rest', use, name, nameEn },
  });
  const from = river.foot(valley(-300, -500)).chainage;
  const to = river.foot(valley(3700, -700)).chainage;
  const brook = streamWidthMetres / 2;
  return [
    green('G1', '中心绿轴', 'Central Green Axis', ringOf(avenue, 10, 102, c - 94, c + 94)),
    green('G1', '金岭山公园', 'Jinling Hill Park', hillPark(roads)),
    green('G1', '中心绿轴', 'Central Green Axis', roadOf(roads, 'L2').path.strip(-44, -3)),
    green('G1', '西入口绿地', 'West Gate Green', ringOf(avenue, 10, 82, 0, 96)),
    green('G1', '滨溪公园', 'Riverside Park', riversidePark(roads)),
    green('G1', '金溪湾公园', 'Jinxi Bend Park', bendPark(roads)),
    green('G1', '金坑湖公园', 'Jinkeng Lake Park', lakeShore(24)),
    rest(
      'E6',
      '溪口村',
      'Xikou Village',
      valleyLine([
        [-200, -360],
        [120, -352],
        [190, -420],
        [200, -720],
        [-200, -720],
      ]),
    ),
    rest(
      'E4',
      '金坑山林',
      'Jinkeng Woodland',
      spline(
        valleyLine([
          [1700, 640],
          [1790, 600],
          [1900, 660],
          [1960, 720],
          [2110, 700],
          [2150, 640],
          [2260, 620],
          [2300, 720],
          [2100, 1000],
          [1800, 1000],
          [1640, 800],
        ]),
        0.2,
        true,
      ).slice(0, -1),
    ),
    green('G2', '金坑溪绿带', 'Brook Green Belt', stream.strip(-brook - 14, brook + 14)),
    green('G2', '西溪防护绿带', 'River Buffer', riverRing(from, to, 30)),
    green('G2', '金岭大道绿带', 'Avenue Buffer', avenue.strip(-27, 27)),
  ];
}

/** The land between riverside road and river where it is narrow. */
function riversidePark(roads: readonly Road[]): Point[] {
  const r1 = roadOf(roads, 'R1').path;
  return r1.strip(-190, 0, 520, r1.foot(valley(1712, -590)).chainage);
}

/** The wooded knoll behind the management centre, up to the hill-foot road. */
function hillPark(roads: readonly Road[]): Point[] {
  const r2 = roadOf(roads, 'R2').path;
  const [from, to] = [r2.foot(valley(1168, 440)).chainage, r2.foot(valley(1520, 390)).chainage];
  const foot = valleyLine([
    [1150, 330],
    [1172, 225],
    [1225, 168],
    [1300, 158],
    [1345, 172],
    [1395, 152],
    [1470, 160],
    [1530, 205],
    [1548, 290],
  ]);
  return [...spline([r2.at(from), ...foot, r2.at(to)], 0.15), ...r2.part(from, to).reverse().slice(1, -1)];
}

function bendPark(roads: readonly Road[]): Point[] {
  const r1 = roadOf(roads, 'R1').path;
  return r1.strip(-118, 0, r1.foot(valley(2470, -300)).chainage, r1.foot(valley(2935, -180)).chainage);
}

/** The lake the brook runs through, south of the avenue; `out` gives the line round it. */
export function lakeShore(out: number): Point[] {
  const shore: readonly Point[] = [
    [2092, -86],
    [2128, -128],
    [2122, -190],
    [2092, -236],
    [2066, -290],
    [2036, -286],
    [2020, -226],
    [2046, -170],
    [2060, -112],
  ];
  const middle: Point = [2072, -190];
  const moved = shore.map(([u, v]): Point => {
    const away = Math.hypot(u - middle[0], v - middle[1]);
    return [u + ((u - middle[0]) / away) * out, v + ((v - middle[1]) / away) * out];
  });
  return spline(valleyLine(moved), 0.12, true).slice(0, -1);
}
