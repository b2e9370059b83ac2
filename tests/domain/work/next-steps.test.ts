import { describe, expect, it } from 'vitest';
import { workSteps } from '../../../domain/work/next-steps.ts';

describe('workSteps', () => {
  it('asks whether an open work is done', () => {
    expect(workSteps({ code: 'W-2', doneOn: null, gate: 'water' })).toEqual([
      { act: 'record-work', work: 'W-2', opens: 'water' },
    ]);
  });
  it('asks nothing of a work that is done', () => {
    expect(workSteps({ code: 'W-1', doneOn: '2007-08-01', gate: 'power' })).toEqual([]);
  });
});
