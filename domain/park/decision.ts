import type { Day } from '../day.ts';
import type { Refusal } from '../refusals.ts';
import type { Change, ParkFacts } from './facts.ts';

/** What a command decided: the rows to change and the day from which they are true (or for which they are planned). */
export interface Decision {
  readonly changes: readonly Change[];
  readonly effectiveOn: Day;
  readonly reason: string | null;
}

/** A rule reads facts and input and decides; it saves nothing. `newId` names rows it makes. */
export type Rule<Input> = (
  facts: ParkFacts,
  input: Input,
  context: { readonly today: Day; readonly newId: () => string },
) => Decision | Refusal;
