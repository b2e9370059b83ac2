import type { Change } from './facts.ts';

/** Whether a change moves a plan only, and nothing that is done. */
export function isPlan(change: Change): boolean {
  switch (change.table) {
    case 'gate':
    case 'stretch':
    case 'work':
      return (change.before?.doneOn ?? null) === (change.after?.doneOn ?? null);
    default:
      return false;
  }
}
