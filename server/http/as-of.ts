import { z } from '@hono/zod-openapi';
import { daySchema } from '../../domain/day-schema.ts';
import type { AsOf, Day } from '../../domain/day.ts';
import { refuseBeforePark } from '../../domain/park/began-on.ts';
import { knownUntil, type ParkFacts } from '../../domain/park/facts.ts';
import { Problem } from './problem.ts';

export const asOfQuery = z.object({
  on: daySchema.optional().meta({ description: 'The day asked for; by default the last known day' }),
  known: daySchema.optional().meta({ description: 'The last day whose facts count as known' }),
});

/** The day asked for and the last known day; nothing is known later than the park knows. Throws day.before-park. */
export function asOfOf(facts: ParkFacts, { on, known }: z.infer<typeof asOfQuery>): AsOf {
  notBeforePark(facts, { on, known });
  const until = knownUntil(facts);
  return { on: on ?? until, knownOn: known !== undefined && known < until ? known : until };
}

/** Throws day.before-park when one of the days, named by their fields, lies before the park began. */
export function notBeforePark(facts: ParkFacts, days: Readonly<Record<string, Day | undefined>>): void {
  for (const [field, day] of Object.entries(days)) {
    const refusal = day === undefined ? null : refuseBeforePark(facts, day, field);
    if (refusal) throw new Problem(refusal);
  }
}

/** What an answer says about its day. */
export const asOfAnswer = { on: daySchema, known: daySchema, forecast: z.boolean() };

export function asOfFields({ on, knownOn }: AsOf): { on: string; known: string; forecast: boolean } {
  return { on, known: knownOn, forecast: on > knownOn };
}
