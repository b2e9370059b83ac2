import { describe, expect, test } from 'vitest';
import { recordWork } from '../../domain/work/record-work.ts';
import { tinyContext, tinyFacts } from '../support/tiny-park.ts';

describe('recording a work', () => {
  const record = (work: string, doneOn: string | null, plannedOn: string | null = null) =>
    recordWork(tinyFacts(), { work, doneOn, plannedOn }, tinyContext());
  test.each([
    ['work.unknown', record('W-9', '2007-11-01')],
    ['work.unchanged', record('W-1', '2007-08-01')],
    ['work.unchanged', record('W-2', null, '2007-12-31')],
    ['work.already-done', record('W-1', null, '2008-01-01')],
    ['day.past', record('W-2', null, '2007-11-30')],
    ['day.future', record('W-2', '2026-11-24')],
  ] as const)('refuses with %s', (code, answer) => {
    expect(answer).toMatchObject({ refusal: code });
  });
  test('sets the day and keeps the plan', () => {
    const plan = { plannedOn: '2007-12-31', doneOn: '2007-12-20' };
    expect(record('W-2', '2007-12-20')).toMatchObject({ changes: [{ table: 'work', after: plan }] });
  });
});
