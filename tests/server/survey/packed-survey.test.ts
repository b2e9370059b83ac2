import { expect, test } from 'vitest';
import type { SurveyFeature, SurveyFile, SurveyShape } from '../../../domain/survey/survey-file.ts';
import { packSurvey, unpackSurvey } from '../../../server/survey/packed-survey.ts';

test('a survey comes out of its packing as it went in, land and all else', () => {
  const { bare, land } = packSurvey(file);
  expect(JSON.stringify(bare)).not.toContain('39525850.31');
  expect(unpackSurvey(structuredClone({ bare, land }))).toEqual(file);
});

const feature = (code: string, shape: SurveyShape | null): SurveyFeature => ({
  at: { line: 1, record: 2 },
  code,
  name: null,
  shape,
  cornerNames: [['J1', 'J2', 'J3']],
  declaredArea: { value: 1, unit: null },
  properties: { 备注: '甲' },
});
const file: SurveyFile = {
  format: 'geojson',
  encoding: 'utf-8',
  systems: [],
  notes: [],
  about: [{ 比例尺: '500' }],
  layers: [
    {
      name: '一',
      features: [
        feature('A', {
          type: 'area',
          polygons: [
            [
              [
                [39525850.31, 3031926.42],
                [0.1, -0],
                [Number.NaN, Infinity],
              ],
              [],
            ],
            [],
          ],
        }),
        feature('B', null),
        feature('C', { type: 'line', lines: [[[1, 2]]] }),
        feature('D', { type: 'area', polygons: [] }),
      ],
    },
    { name: '二', features: [feature('E', { type: 'points', points: [[3, 4]] })], systems: [] },
  ],
};
