import { insideRing, spline, thin, type Point } from '../shape/curve.ts';
import { fields, pointLabel } from '../ground/fields.ts';
import type { Feature, Properties } from '../geojson.ts';
import { fractal } from '../ground/noise.ts';
import { Path } from '../shape/path.ts';
import { toMillimetres } from '../cover/plane.ts';
import { bands, contourLines, forests, shades } from '../ground/relief.ts';
import { shapeGround } from '../ground/terrain.ts';
import { village } from '../ground/villages.ts';

export const origin = { east: 537_000, north: 3_039_000 };

/** 和顺溪, metres from the origin of the park's own grid. */
export const creek = new Path(
  spline(
    [
      [1500, 5600],
      [2100, 4900],
      [2500, 4380],
      [2960, 3880],
      [3290, 3420],
      [3270, 2960],
      [3390, 2560],
      [3820, 2130],
      [4260, 1700],
      [4500, 1000],
      [5200, 300],
    ],
    0.15,
  ),
);
export const creekWidthMetres = 24;
export const hillFoot: readonly Point[] = [
  [3110, 2470],
  [3000, 2520],
  [2900, 2620],
  [2860, 2740],
  [2890, 2870],
  [2905, 3000],
  [2850, 3130],
  [2780, 3240],
  [2745, 3350],
  [2780, 3460],
];

export function buildHeshunLandscape(): Feature[] {
  const floor = [
    ...creek.parallel(-10, creek.foot([2960, 3880]).chainage, creek.foot([3450, 2450]).chainage),
    ...hillFoot,
  ];
  const ground = shapeGround({
    west: 900,
    south: 700,
    widthMetres: 4_600,
    heightMetres: 4_300,
    cellMetres: 30,
    seed: 23,
    courses: [
      { line: creek.points, from: 238, to: 214, halfWidthMetres: 12 },
      {
        line: spline(
          [
            [900, 2700],
            [1500, 2900],
            [2000, 3300],
            [2300, 3900],
            [2480, 4400],
          ],
          1,
        ),
        from: 300,
        to: 232,
        halfWidthMetres: 3,
      },
      {
        line: spline(
          [
            [5400, 3900],
            [4700, 3600],
            [4100, 3350],
            [3290, 3420],
          ],
          1,
        ),
        from: 300,
        to: 226,
        halfWidthMetres: 3,
      },
    ],
    floor: [floor],
    knolls: [],
  });
  const wet = (p: Point): boolean => creek.foot(p).distance < creekWidthMetres / 2 + 4;
  const taken = (p: Point): boolean => insideRing(p, floor) || insideRing(p, outer);
  const outer: Point[] = [
    ...creek.parallel(0, creek.foot([2960, 3880]).chainage, creek.foot([3400, 2500]).chainage),
    ...hillFoot,
    [2820, 3600],
  ];
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
  const free = (p: Point): boolean => !wet(p) && !taken(p) && p[0] > 920 && p[0] < 5480 && p[1] > 720 && p[1] < 4980;
  const road = new Path(
    spline(
      [
        [1000, 5000],
        [1760, 4780],
        [2330, 4190],
        [2600, 3880],
        [2870, 3555],
      ],
      0.3,
    ),
  );
  const onward = new Path(
    spline(
      [
        [3172, 2440],
        [3360, 2170],
        [3700, 1800],
        [4080, 1560],
        [4250, 1000],
        [4380, 700],
      ],
      0.3,
    ),
  );
  const near = (): number => creekWidthMetres / 2 + 10;
  return [
    ...bands(ground, [180, 200, 220, 245, 275, 310, 350, 400, 460]),
    ...forests(
      ground,
      (p) => fractal(p[0] / 300, p[1] / 300, 37, 3) + (Math.abs(creek.foot(p).offset) > 420 ? 0.12 : -0.3),
    ),
    ...shades(ground, [0.05, 0.12, 0.2, 0.3], 0.12),
    ...fields(creek, 'left', 900, creek.length - 900, near, (s) => 110 + 40 * Math.sin(s / 260), free, 47),
    ...contourLines(ground, wet),
    feature('river', '和顺溪', 'Heshun Creek', {
      type: 'Polygon',
      rings: [creek.strip(-creekWidthMetres / 2, creekWidthMetres / 2).map(toMillimetres)],
    }),
    ...[-1, 1].map((side) => feature('bank', null, null, line(creek.parallel((side * creekWidthMetres) / 2)))),
    feature('county-road', '乡道 Y052', 'Township Road Y052', line(road.points), { widthMetres: 8 }),
    feature('county-road', '乡道 Y052', 'Township Road Y052', line(onward.points), { widthMetres: 8 }),
    ...village(
      {
        name: '和顺村',
        nameEn: 'Heshun Village',
        at: [2120, 4180],
        radiusMetres: 110,
        houses: 40,
        headingDegrees: -50,
        seed: 29,
      },
      (p) => road.foot(p).distance > 12 && !wet(p),
    ),
    pointLabel('river', '和顺溪', 'Heshun Creek', [3480, 2440], 45),
    pointLabel('village', '和顺村', 'Heshun Village', [2120, 4180]),
    pointLabel('hill', '云盘山', 'Yunpan Hill', [1900, 2500]),
    pointLabel('direction', '往金岭工业园', 'to Jinling Park', [1250, 4930]),
  ];
}
