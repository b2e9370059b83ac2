import type { Day } from '../../domain/day.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import type { Desk } from './operation.ts';

/** A plan for a day whose facts are known already is no plan. */
export function planTooEarly(plannedOn: Day, { knownUntil }: Pick<Desk, 'knownUntil'>): Refusal | null {
  return plannedOn <= knownUntil ? refuse('day.past', 'plannedOn', { day: plannedOn, knownUntil }) : null;
}
