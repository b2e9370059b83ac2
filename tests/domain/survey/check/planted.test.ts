import { expect, test } from 'vitest';
import { checkSurvey, finishCheck } from '../../../../domain/survey/check/check-survey.ts';
import { findingSeverities } from '../../../../domain/survey/check/finding.ts';
import { surveyLand } from '../../../support/survey-land.ts';
import { plantings } from '../../../support/survey-plantings.ts';

const fitsCode = (code: string) => /^A-\d+(-\w+)?$/.test(code);

test('exactly the planted defects are found among 2,000 parcels', () => {
  const { features, outline, existing, notes, planted } = surveyLand(2000, 7, 2);
  expect(features.length).toBeGreaterThan(1850);
  const check = finishCheck(checkSurvey(features, { outline, existing, notes, fitsCode }))!;
  expect(check.findings.map(({ code, feature }) => `${code} ${feature}`).sort()).toEqual([...planted].sort());
});

test('sound land has no findings', () => {
  const { features, outline } = surveyLand(500, 8, 0);
  expect(finishCheck(checkSurvey(features, { outline, fitsCode }))).toEqual({ findings: [], counts: {} });
});

test('every defect but two is planted', () => {
  const left = Object.keys(findingSeverities).filter((code) => !(code in plantings));
  expect(left).toEqual(['near-corner', 'check-incomplete']);
});
