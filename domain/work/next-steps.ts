import type { Step } from '../park/step.ts';
import type { Work } from './schema.ts';

/** What is likely to be recorded next on a work: that it is done. Done already: nothing. */
export function workSteps(work: Pick<Work, 'code' | 'doneOn' | 'gate'>): Step[] {
  return work.doneOn === null ? [{ act: 'record-work', work: work.code, opens: work.gate }] : [];
}
