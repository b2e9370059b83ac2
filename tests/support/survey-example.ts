import type { Position, SurveyFile } from '../../domain/survey/survey-file.ts';
import { twicePlaneAreaSquareMillimetres } from '../../domain/survey/plane-area.ts';
import type { SurveyLimits } from '../../server/survey/limits.ts';
import { readAnySurvey } from '../../server/survey/read-any-survey.ts';
import type { ReadOptions } from '../../server/survey/read-bytes.ts';
import type { WrittenLand } from '../../server/survey/written-land.ts';

/** The worked example of 勘测定界 with its hole, and a parcel of two parts, in metres of EPSG:4527. */
export const exampleLand: WrittenLand = {
  name: '金岭地块',
  epsg: 4527,
  features: [
    {
      code: 'JL-A-01',
      name: '金岭一期A-01地块',
      polygons: [
        [
          [
            [39532610.42, 3046512.35],
            [39532858.765, 3046525.118],
            [39532869.93, 3046310.904],
            [39532625.087, 3046297.226],
          ],
          [
            [39532720, 3046430],
            [39532720, 3046400],
            [39532760, 3046400],
            [39532760, 3046430],
          ],
        ],
      ],
      attributes: { 地块用途: '工业用地', MJ: 51906.88, 序号: 1 },
    },
    {
      code: 'JL-A-02',
      name: '标准厂房·二期',
      polygons: [square(39533000, 3046300, 100), square(39533200, 3046300, 50.5)],
      attributes: { 地块用途: '仓储用地', MJ: 12550.25, 序号: 2 },
    },
  ],
};
export const exampleAreas = [51906.8756, 12550.25];

/** The same two parcels somewhere in degrees. */
export const degreeLand: WrittenLand = {
  ...exampleLand,
  epsg: 4326,
  features: exampleLand.features.map((feature) => ({
    ...feature,
    polygons: feature.polygons.map((rings) => rings.map((ring) => ring.map(inDegrees))),
  })),
};

export const writing = { encoding: 'gbk', on: [2026, 11, 22] } as const;

export function square(west: number, south: number, side: number): Position[][] {
  return [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
    ],
  ];
}

export async function readOrThrow(
  bytes: Uint8Array,
  options: Partial<ReadOptions> = {},
  limits: Partial<SurveyLimits> = {},
): Promise<SurveyFile> {
  const read = await readAnySurvey(bytes, options, { limits });
  if ('refusal' in read) throw new Error(`${read.refusal.code} ${JSON.stringify(read.refusal.detail)}`);
  return read.file;
}

export async function refusalOf(bytes: Uint8Array, limits: Partial<SurveyLimits> = {}): Promise<string> {
  const read = await readAnySurvey(bytes, {}, { limits });
  return 'refusal' in read ? read.refusal.code : `read: ${read.file.notes.map(({ code }) => code).join(' ')}`;
}

/** Square metres by code, for land in metres. */
export function areasOf(file: SurveyFile): Record<string, number> {
  const features = file.layers.flatMap((layer) => layer.features);
  const areas = features.flatMap(({ code, shape }): [string, number][] => {
    if (shape?.type !== 'area') return [];
    return [[code ?? '', Number(twicePlaneAreaSquareMillimetres(shape.polygons)) / 2e6]];
  });
  return Object.fromEntries(areas);
}

function inDegrees([east, north]: Position): Position {
  return [117 + (east - 39_500_000) / 100_000, 27 + (north - 3_000_000) / 100_000];
}
