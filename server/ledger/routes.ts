import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { planInForce } from '../../domain/account/account.ts';
import { daySchema } from '../../domain/day-schema.ts';
import { knownUntil } from '../../domain/park/facts.ts';
import { refuse } from '../../domain/refusals.ts';
import type { House } from '../house.ts';
import { answers, parkParam } from '../http/describe.ts';
import type { ParkEnv } from '../http/env.ts';
import { Problem } from '../http/problem.ts';
import { ledgerAnswer } from './answers.ts';
import { LedgerCache } from './ledger-cache.ts';

const ledger = createRoute({
  method: 'get',
  path: '/ledger',
  request: {
    params: parkParam,
    query: z.object({
      plan: z.string().min(1).max(40).optional().meta({ description: 'By default the plan version in force' }),
      on: daySchema
        .optional()
        .meta({ description: 'The day whose boundaries are meant; by default the last known day' }),
    }),
  },
  responses: answers(ledgerAnswer, 'Whether the land of a plan version adds up, and where it does not'),
});

export const ledgerRoutes = ({ database }: House) => {
  const cache = new LedgerCache(database.queries);
  return new OpenAPIHono<ParkEnv>().openapi(ledger, async (c) => {
    const { memory } = c.var;
    const { on = knownUntil(memory.facts), plan = planInForce(memory.facts, on).code } = c.req.valid('query');
    const answer = await cache.of(memory, plan, on);
    if (!answer) throw new Problem(refuse('input.invalid', 'plan', { plan, message: 'no such plan version' }));
    return c.json(answer, 200);
  });
};
