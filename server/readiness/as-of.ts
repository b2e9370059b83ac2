import type { z } from '@hono/zod-openapi';
import type { AsOf } from '../../domain/day.ts';
import { knownUntil, type ParkFacts } from '../../domain/park/facts.ts';
import { notBeforePark, type asOfQuery } from '../http/as-of.ts';

/**
 * The day asked for and the last known day. Unlike the account's, `known` may lie after the last record: "if nothing
 * more has been done by then, what is late?"
 */
export function asIfKnown(facts: ParkFacts, { on, known }: z.infer<typeof asOfQuery>): AsOf {
  notBeforePark(facts, { on, known });
  const until = knownUntil(facts);
  const knownOn = known ?? until;
  return { on: on ?? (knownOn > until ? knownOn : until), knownOn };
}
