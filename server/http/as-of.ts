import { z } from '@hono/zod-openapi';
import { daySchema } from '../../domain/day-schema.ts';
import { type AsOf } from '../../domain/day.ts';
import { knownUntil, type ParkFacts } from '../../domain/park/facts.ts';

export const asOfQuery = z.object({
  on: daySchema.optional().meta({ description: 'The day asked for; by default the last known day' }),
  known: daySchema.optional().meta({ description: 'The last day whose facts count as known' }),
});

/** The day asked for and the last known day; nothing is known later than the park knows. */
export function asOfOf(facts: ParkFacts, { on, known }: z.infer<typeof asOfQuery>): AsOf {
  const until = knownUntil(facts);
  return { on: on ?? until, knownOn: known !== undefined && known < until ? known : until };
}

/** What an answer says about its day. */
export const asOfAnswer = { on: daySchema, known: daySchema, forecast: z.boolean() };

export function asOfFields({ on, knownOn }: AsOf): { on: string; known: string; forecast: boolean } {
  return { on, known: knownOn, forecast: on > knownOn };
}
