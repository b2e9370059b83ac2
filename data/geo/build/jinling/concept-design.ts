import { valley } from './frame.ts';
import type { Point } from '../shape/curve.ts';
import { layOut, trimmed, type Road } from '../shape/roads.ts';

export function conceptRoads(): Road[] {
  const secondary = (
    code: string,
    name: string,
    bends: readonly (readonly [number, number, number])[],
    between: readonly [string | null, string | null] = [null, null],
  ): [Road, readonly [string | null, string | null]] => [
    layOut({ code, name, nameEn: name, class: 'secondary', widthMetres: 20, bends }, valley),
    between,
  ];
  const main = layOut(
    {
      code: 'V0',
      name: '主干道',
      nameEn: 'Main road',
      class: 'main',
      widthMetres: 30,
      bends: [
        [6, -104, 0],
        [720, 70, 900],
        [1700, 10, 1200],
        [2790, 40, 0],
      ],
    },
    valley,
  );
  const roads: Road[] = [main];
  for (const [road, between] of [
    secondary(
      'V2',
      '北路',
      [
        [300, -90, 0],
        [330, 330, 140],
        [1000, 390, 500],
        [1900, 400, 900],
        [2640, 430, 160],
        [2800, 300, 110],
        [2790, 36, 0],
      ],
      ['V0', null],
    ),
    secondary(
      'V1',
      '南路',
      [
        [480, 90, 0],
        [520, -330, 140],
        [1150, -360, 500],
        [1800, -520, 500],
        [2420, -250, 400],
        [2790, -160, 110],
        [2790, 36, 0],
      ],
      ['V0', null],
    ),
    secondary(
      'V3',
      '一号路',
      [
        [860, 480, 0],
        [885, -460, 0],
      ],
      ['V2', 'V1'],
    ),
    secondary(
      'V4',
      '二号路',
      [
        [1600, 520, 0],
        [1570, -600, 0],
      ],
      ['V2', 'V1'],
    ),
    secondary(
      'V5',
      '三号路',
      [
        [2240, 520, 0],
        [2260, -460, 0],
      ],
      ['V2', 'V1'],
    ),
  ])
    roads.push(trimmed(road, between, roads));
  return roads;
}

/** Block limits besides the roads, as straight lines. */
export const limits: readonly (readonly Point[])[] = [
  [
    [560, 1000],
    [640, -90],
  ],
  [
    [640, 60],
    [700, -900],
  ],
  [
    [1130, 1000],
    [1170, -380],
  ],
  [
    [1160, -250],
    [1180, -900],
  ],
  [
    [1900, 380],
    [1890, -900],
  ],
  [
    [2500, 1000],
    [2500, -150],
  ],
  [
    [860, 215],
    [1220, 215],
  ],
  [
    [880, -170],
    [1575, -190],
  ],
  [
    [240, 1000],
    [330, 250],
  ],
  [
    [1575, -300],
    [1600, -900],
  ],
  [
    [2790, 280],
    [3200, 300],
  ],
  [
    [2790, 40],
    [3300, 10],
  ],
  [
    [1600, 195],
    [2250, 205],
  ],
];

/** Land use by place in the valley frame; the first that holds counts, the rest is M2. */
export const places: readonly { use: string; ring: readonly Point[] }[] = [
  {
    use: 'C1',
    ring: [
      [880, 20],
      [1150, 20],
      [1150, 215],
      [880, 215],
    ],
  },
  {
    use: 'C2',
    ring: [
      [880, -180],
      [1165, -180],
      [1165, 60],
      [880, 60],
    ],
  },
  {
    use: 'C2',
    ring: [
      [640, -150],
      [885, -150],
      [885, 60],
      [640, 60],
    ],
  },
  {
    use: 'R2',
    ring: [
      [660, -400],
      [885, -400],
      [885, 60],
      [660, 60],
    ],
  },
  {
    use: 'R2',
    ring: [
      [880, -400],
      [1580, -560],
      [1580, -180],
      [880, -180],
    ],
  },
  {
    use: 'G1',
    ring: [
      [700, -340],
      [1600, -500],
      [1600, -900],
      [500, -900],
    ],
  },
  {
    use: 'W1',
    ring: [
      [-100, -720],
      [700, -720],
      [640, -340],
      [440, 60],
      [-100, 0],
    ],
  },
  {
    use: 'M1',
    ring: [
      [300, 0],
      [1600, 60],
      [1600, 400],
      [300, 420],
    ],
  },
  {
    use: 'M1',
    ring: [
      [1150, -180],
      [1580, -180],
      [1580, 60],
      [1150, 60],
    ],
  },
  {
    use: 'M3',
    ring: [
      [2500, 400],
      [2800, 40],
      [3300, -60],
      [3300, 900],
      [2500, 900],
    ],
  },
  {
    use: 'W1',
    ring: [
      [1890, -420],
      [2420, -200],
      [2800, -150],
      [2800, -420],
      [1890, -900],
    ],
  },
];
