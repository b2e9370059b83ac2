import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../domain/refusals.ts';
import { listEvidence, shortenCodes } from '../../../domain/report/list-evidence.ts';
import { writeMarkdown } from '../../../domain/report/write-markdown.ts';
import { yearlyReport } from '../../../domain/report/yearly-report.ts';
import { tinyFacts } from '../../support/tiny-park.ts';

describe('the evidence of a report', () => {
  test('codes in a row become a range', () => {
    expect(shortenCodes(['A-01', 'A-02', 'A-03', 'A-05', 'B-06', 'B-07'])).toEqual([
      'A-01～A-03',
      'A-05',
      'B-06',
      'B-07',
    ]);
    expect(shortenCodes(['A-09', 'A-10', 'A-11'])).toEqual(['A-09～A-11']);
    expect(shortenCodes(['A-9', 'A-10', 'X', 'Y'])).toEqual(['A-9', 'A-10', 'X', 'Y']);
  });

  test('every figure has a line, with its exact value and what it was computed from', () => {
    const report = yearlyReport(tinyFacts(), { on: '2007-11-30', knownOn: '2007-11-30' });
    if (isRefusal(report)) throw new Error(report.refusal);
    const lines = listEvidence(report);
    expect(lines).toHaveLength(report.figures.length);
    expect(lines.find(({ id }) => id.endsWith(' F11'))).toMatchObject({ exact: '30.00亩', sources: '地块 A-01、A-02' });
    const markdown = writeMarkdown(report);
    for (const { name } of lines) expect(markdown).toContain(`| ${name} |`);
  });

  test('marks of Markdown in names are written as signs', () => {
    const facts = tinyFacts();
    const named = { ...facts, park: { ...facts.park, name: '小*园*|_x_' } };
    const report = yearlyReport(named, { on: '2007-11-30', knownOn: '2007-11-30' });
    if (isRefusal(report)) throw new Error(report.refusal);
    expect(writeMarkdown({ ...report, notes: ['<b>'] })).toContain('> \\<b\\>');
  });
});
