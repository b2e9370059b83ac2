import { z } from '@hono/zod-openapi';
import { daySchema } from '../../domain/day-schema.ts';
import type { Day } from '../../domain/day.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import { refuse } from '../../domain/refusals.ts';
import { asOfOf, notBeforePark } from '../http/as-of.ts';
import { Problem } from '../http/problem.ts';

export const spanQuery = z.object({
  from: daySchema.meta({ description: 'The first day' }),
  to: daySchema.meta({ description: 'The last day, not before the first' }),
  known: daySchema.optional().meta({ description: 'The last day whose facts count as known' }),
});

export interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly knownOn: Day;
}

/** The two days asked for and the last known day; throws day.before-park, and input.invalid for days in wrong order. */
export function readSpan(facts: ParkFacts, { from, to, known }: z.infer<typeof spanQuery>): Span {
  notBeforePark(facts, { from, to });
  if (from > to) throw new Problem(refuse('input.invalid', 'to', { from, to }));
  return { from, to, knownOn: asOfOf(facts, { known }).knownOn };
}
