import { outlineV2, tune } from './boundary.ts';
import { insideRing, spline, thin, type Point } from '../shape/curve.ts';
import { fields, pointLabel } from '../ground/fields.ts';
import { heading, valley, valleyLine } from './frame.ts';
import type { Feature, Properties } from '../geojson.ts';
import { countyRoad, layOutRoads } from './roads.ts';
import { fractal } from '../ground/noise.ts';
import { crossings, Path } from '../shape/path.ts';
import { toMillimetres } from '../cover/plane.ts';
import { bands, contourLines, forests, shades } from '../ground/relief.ts';
import { heightAt, shapeGround, type Ground } from '../ground/terrain.ts';
import { village, type VillageDesign } from '../ground/villages.ts';
import { bank, river, riverRing, riverWidth, stream, streamWidthMetres } from './water.ts';

/** Side streams outside the park, in the valley frame, downstream. */
const brooks: readonly { name: string | null; nameEn: string | null; course: readonly Point[] }[] = [
  {
    name: '上溪坑',
    nameEn: 'Shangxi Brook',
    course: [
      [-1500, 3200],
      [-1250, 2500],
      [-1380, 1900],
      [-1020, 1300],
      [-1100, 800],
      [-870, 300],
      [-900, -350],
    ],
  },
  {
    name: '南坑',
    nameEn: 'Nankeng Brook',
    course: [
      [600, -3100],
      [760, -2500],
      [560, -1900],
      [760, -1300],
      [640, -900],
      [700, -540],
    ],
  },
  {
    name: '桃源坑',
    nameEn: 'Taoyuan Brook',
    course: [
      [2900, -3300],
      [2780, -2600],
      [2960, -2000],
      [3260, -1500],
      [3480, -1150],
      [3560, -700],
    ],
  },
  {
    name: '东山坑',
    nameEn: 'Dongshan Brook',
    course: [
      [4300, 3000],
      [4150, 2300],
      [4320, 1600],
      [4180, 900],
      [4300, 300],
      [4240, -700],
    ],
  },
  {
    name: null,
    nameEn: null,
    course: [
      [-3200, -3000],
      [-2900, -2200],
      [-3050, -1500],
      [-2950, -900],
      [-3000, -200],
    ],
  },
];

const villages: readonly VillageDesign[] = [
  {
    name: '溪口村',
    nameEn: 'Xikou Village',
    at: valley(45, -470),
    radiusMetres: 95,
    houses: 34,
    headingDegrees: 20,
    seed: 3,
  },
  {
    name: '上溪村',
    nameEn: 'Shangxi Village',
    at: valley(-760, 190),
    radiusMetres: 120,
    houses: 46,
    headingDegrees: 40,
    seed: 5,
  },
  {
    name: '南坑村',
    nameEn: 'Nankeng Village',
    at: valley(690, -840),
    radiusMetres: 120,
    houses: 48,
    headingDegrees: 10,
    seed: 7,
  },
  {
    name: '桃源村',
    nameEn: 'Taoyuan Village',
    at: valley(3480, -960),
    radiusMetres: 130,
    houses: 52,
    headingDegrees: -15,
    seed: 11,
  },
  {
    name: '东山村',
    nameEn: 'Dongshan Village',
    at: valley(4330, -250),
    radiusMetres: 120,
    houses: 44,
    headingDegrees: 5,
    seed: 13,
  },
  {
    name: '金坑村',
    nameEn: 'Jinkeng Village',
    at: valley(1860, 1330),
    radiusMetres: 90,
    houses: 26,
    headingDegrees: 80,
    seed: 17,
  },
  {
    name: '大洲村',
    nameEn: 'Dazhou Village',
    at: valley(1720, -1110),
    radiusMetres: 110,
    houses: 36,
    headingDegrees: 0,
    seed: 19,
  },
];

export function jinlingGround(): Ground {
  return shapeGround({
    west: 1800,
    south: 1700,
    widthMetres: 9_600,
    heightMetres: 7_500,
    cellMetres: 30,
    seed: 11,
    courses: [
      { line: river.points, from: 212, to: 186, halfWidthMetres: 32 },
      { line: stream.points, from: 290, to: 198, halfWidthMetres: 5 },
      ...brooks.map(({ course }) => ({ line: spline(valleyLine(course), 1), from: 280, to: 198, halfWidthMetres: 3 })),
    ],
    floor: [outlineV2(-60)],
    knolls: [{ at: valley(1345, 285), heightMetres: 52, radiusMetres: 165 }],
  });
}

/** The landscape round the park: everything that is no plan. */
export function buildLandscape(): Feature[] {
  const ground = jinlingGround();
  const outline = tune(outlineV2, 4_000_000, -120, 60);
  const taken = (p: Point): boolean => insideRing(p, outline);
  const wet = (p: Point, margin: number): boolean =>
    Math.abs(river.foot(p).offset) < riverWidth(river.foot(p).chainage) / 2 + margin;
  const onRoad = (p: Point, margin: number): boolean => countyRoad.path.foot(p).distance < 6 + margin;
  const retained = valleyLine([
    [-200, -360],
    [120, -352],
    [190, -420],
    [200, -720],
    [-200, -720],
  ]);
  const houses = villages.flatMap((v) =>
    village(v, (p) => !wet(p, 14) && !onRoad(p, 9) && (!taken(p) || insideRing(p, retained)) && !countyCut(p, v.at)),
  );
  const inVillage = (p: Point): boolean =>
    villages.some(({ at, radiusMetres }) => Math.hypot(p[0] - at[0], p[1] - at[1]) < radiusMetres * 1.15);
  const low = (p: Point): boolean => heightAt(ground, p) < 212 + 0.012 * Math.abs(p[1] - 5400);
  const free = (p: Point): boolean =>
    !taken(p) && !wet(p, 8) && !onRoad(p, 3) && !inVillage(p) && low(p) && inFrame(ground, p);
  const near = (s: number): number => riverWidth(s) / 2 + 16;
  const total = river.length;
  return [
    ...bands(ground, [180, 200, 220, 245, 275, 310, 350, 400, 460]),
    ...forests(
      ground,
      (p) =>
        fractal(p[0] / 300, p[1] / 300, 31, 3) + Math.min(0.25, (heightAt(ground, p) - 235) / 500) - (taken(p) ? 1 : 0),
    ),
    ...shades(ground, [0.05, 0.12, 0.2, 0.3], 0.12),
    ...fields(river, 'right', 300, total - 300, near, (s) => near(s) + 150 + 70 * Math.sin(s / 400), free, 41),
    ...fields(river, 'left', 300, total - 300, near, (s) => near(s) + 170 + 80 * Math.sin(s / 370 + 2), free, 43),
    ...contourLines(ground, (p) => wet(p, 2)),
    feature('river', '西溪', 'Xi Creek', { type: 'Polygon', rings: [riverRing(0, total).map(toMillimetres)] }),
    ...(['left', 'right'] as const).map((side) => feature('bank', null, null, line(bank(side, 0, total)))),
    feature('stream', '金坑溪', 'Jinkeng Brook', line(stream.points), { widthMetres: streamWidthMetres }),
    ...brooks.map(({ name, nameEn, course }) =>
      feature('stream', name, nameEn, line(spline(valleyLine(course), 0.5)), { widthMetres: 6 }),
    ),
    feature('county-road', '县道 X831', 'County Road X831', line(countyRoad.path.points), { widthMetres: 12 }),
    ...tracks().map((points) => feature('track', null, null, line(points), { widthMetres: 4 })),
    ...houses,
    ...bridges(),
    ...labels(),
  ];
}

/** Houses stay on their own side of the county road. */
function countyCut(p: Point, at: Point): boolean {
  return Math.sign(countyRoad.path.foot(p).offset) !== Math.sign(countyRoad.path.foot(at).offset);
}

function inFrame({ west, south, columns, rows, cellMetres }: Ground, [x, y]: Point): boolean {
  return (
    x > west + 20 &&
    y > south + 20 &&
    x < west + (columns - 1) * cellMetres - 20 &&
    y < south + (rows - 1) * cellMetres - 20
  );
}

const line = (points: readonly Point[]): Feature['shape'] => ({
  type: 'LineString',
  line: thin(points, 0.3).map(toMillimetres),
});

const feature = (
  kind: string,
  name: string | null,
  nameEn: string | null,
  shape: Feature['shape'],
  more: Properties = {},
): Feature => ({ shape, properties: { kind, name, nameEn, ...more } });

function tracks(): Point[][] {
  const beside = (course: readonly Point[], offset: number, from: number, to: number): Point[] => {
    const path = new Path(spline(valleyLine(course), 1));
    return path.parallel(offset, path.length * from, path.length * to);
  };
  return [
    beside(brooks[0]!.course, 28, 0.3, 0.9),
    beside(brooks[1]!.course, -26, 0.25, 0.84),
    beside(brooks[2]!.course, 30, 0.3, 0.95),
    beside(brooks[3]!.course, -30, 0.3, 0.86),
    stream.parallel(26, stream.length * 0.32, stream.length * 0.62),
    spline(
      valleyLine([
        [3320, -800],
        [3420, -930],
        [3600, -1180],
      ]),
      0.5,
    ),
    spline(
      valleyLine([
        [1700, -1000],
        [1690, -1130],
        [1840, -1190],
      ]),
      0.5,
    ),
  ];
}

function bridges(): Feature[] {
  const roads = [...layOutRoads().filter((r) => ['R0', 'R1', 'R2', 'R5'].includes(r.code)), countyRoad];
  return [
    { water: river, half: 34 },
    { water: stream, half: 6.5 },
  ].flatMap(({ water, half }) =>
    roads.flatMap((road) =>
      crossings(road.path, water).map(({ onA }) => {
        const reach = half + (half > 10 ? 16 : 5);
        const part = road.path.part(Math.max(0, onA - reach), Math.min(road.path.length, onA + reach));
        return feature(
          'bridge',
          half > 10 && road.code === 'R5' ? '金溪大桥' : null,
          half > 10 && road.code === 'R5' ? 'Jinxi Bridge' : null,
          line(part),
          { widthMetres: road.widthMetres },
        );
      }),
    ),
  );
}

function labels(): Feature[] {
  const tilt = (u: number, more = 0): number => Math.round(-(heading(u) * 180) / Math.PI + more);
  const name = (kind: string, zh: string, en: string, u: number, v: number, rotation: number | null = null): Feature =>
    pointLabel(kind, zh, en, valley(u, v), rotation);
  return [
    name('river', '西　溪', 'Xi Creek', 1300, -648, tilt(1330, 10)),
    name('river', '西　溪', 'Xi Creek', 3650, -770, tilt(3500, 12)),
    name('river', '金坑溪', 'Jinkeng Brook', 1900, 1080, 80),
    name('hill', '金岭山', 'Jinling Hill', 1345, 300),
    name('hill', '鹿鸣岭', 'Luming Ridge', 250, 1450),
    name('hill', '天马山', 'Tianma Mountain', 2900, 1500),
    name('hill', '笔架山', 'Bijia Mountain', 1600, -2000),
    name('hill', '石鼓岭', 'Shigu Ridge', 4300, -1900),
    ...villages.map((v) => pointLabel('village', v.name, v.nameEn, v.at)),
    name('road', '县道 X831', 'County Road X831', 1300, -850, tilt(1300)),
    name('direction', '往光泽县城', 'to Guangze', 4480, -810),
    name('direction', '往黄坑', 'to Huangkeng', -1500, 380),
  ];
}
