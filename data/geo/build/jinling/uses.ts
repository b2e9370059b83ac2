import { insideRing, type Point } from '../shape/curve.ts';

export type LandUse = 'M1' | 'M2' | 'M3' | 'W1' | 'C1' | 'C2' | 'C6' | 'R2' | 'S3';

/** Land use along the avenue: chainage from, to and offset from, to (left positive); the first that holds counts. */
const alongAvenue: readonly (readonly [LandUse, number, number, number, number])[] = [
  ['C1', 1220, 1470, 0, 240],
  ['C6', 1120, 1220, 0, 215],
  ['C2', 1470, 1600, 0, 215],
  ['C2', 1255, 1500, -180, 0],
  ['C2', 2440, 2600, -180, 0],
  ['R2', 1150, 1665, -520, -180],
  ['S3', 0, 175, 0, 200],
  ['M1', 400, 2480, -150, 150],
  ['M1', 2480, 2960, 0, 150],
];

/** Land use by place in the valley frame, for what lies off the avenue. The rest is M2. */
const inValley: readonly { use: LandUse; ring: readonly Point[] }[] = [
  {
    use: 'W1',
    ring: [
      [-200, -50],
      [330, 0],
      [420, -230],
      [420, -700],
      [-200, -700],
    ],
  },
  {
    use: 'M3',
    ring: [
      [2900, -330],
      [3600, -330],
      [3600, 900],
      [2900, 900],
    ],
  },
  {
    use: 'W1',
    ring: [
      [2100, -900],
      [2460, -900],
      [2460, -500],
      [2150, -420],
    ],
  },
  {
    use: 'W1',
    ring: [
      [1680, -800],
      [2060, -800],
      [2060, -590],
      [1680, -590],
    ],
  },
];

export function planParcels(chainage: number, offset: number, inFrame: Point): LandUse {
  const row = alongAvenue.find(
    ([, from, to, right, left]) => chainage >= from && chainage < to && offset >= right && offset < left,
  );
  return row?.[0] ?? inValley.find(({ ring }) => insideRing(inFrame, ring))?.use ?? 'M2';
}

type Indicators = {
  farMin: number;
  farMax: number | null;
  coverageMinPercent: number;
  greenMaxPercent: number;
  heightMaxMetres: number | null;
};

export const indicators: Record<LandUse, Indicators> = {
  M1: { farMin: 1.0, farMax: 2.0, coverageMinPercent: 35, greenMaxPercent: 20, heightMaxMetres: 30 },
  M2: { farMin: 0.8, farMax: null, coverageMinPercent: 35, greenMaxPercent: 20, heightMaxMetres: 24 },
  M3: { farMin: 0.7, farMax: null, coverageMinPercent: 35, greenMaxPercent: 15, heightMaxMetres: null },
  W1: { farMin: 0.6, farMax: null, coverageMinPercent: 40, greenMaxPercent: 15, heightMaxMetres: 18 },
  C1: { farMin: 0.8, farMax: 1.8, coverageMinPercent: 20, greenMaxPercent: 40, heightMaxMetres: 45 },
  C2: { farMin: 1.0, farMax: 2.5, coverageMinPercent: 30, greenMaxPercent: 30, heightMaxMetres: 40 },
  C6: { farMin: 0.8, farMax: 1.8, coverageMinPercent: 25, greenMaxPercent: 35, heightMaxMetres: 30 },
  R2: { farMin: 1.0, farMax: 1.8, coverageMinPercent: 22, greenMaxPercent: 40, heightMaxMetres: 24 },
  S3: { farMin: 0.1, farMax: 0.5, coverageMinPercent: 0, greenMaxPercent: 30, heightMaxMetres: 12 },
};
