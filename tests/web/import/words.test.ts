import { describe, expect, test } from 'vitest';
import { checkStages } from '../../../domain/survey/check/check-survey.ts';
import { findingSeverities } from '../../../domain/survey/check/finding.ts';
import { surveyFormats } from '../../../domain/survey/survey-file.ts';
import { readMessages } from '../../../web/i18n.ts';

describe.each(['zh-CN', 'en'] as const)('the import in %s', async (locale) => {
  const { import: words } = (await readMessages(locale)) as unknown as {
    import: Record<string, Record<string, string>>;
  };

  test.each(Object.keys(findingSeverities))('names the finding %s', (code) => {
    expect(words['finding']?.[code]).toMatch(/\S/);
  });
  test.each(surveyFormats)('names the format %s', (format) => {
    expect(words['format']?.[format]).toMatch(/\S/);
  });
  test.each([...checkStages, 'reading', 'placing', 'repairing', 'comparing'])('says what is done: %s', (stage) => {
    expect(words['stage']?.[stage]).toMatch(/\S/);
  });
  test.each(['no-phase', 'no-land-use', 'no-road'])('says what the plan lacks: %s', (lack) => {
    expect(words['lacks']?.[lack]).toMatch(/\S/);
  });
});
