import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { asOfOf, asOfQuery } from '../http/as-of.ts';
import { answers, parkParam } from '../http/describe.ts';
import type { ParkEnv } from '../http/env.ts';
import { accountAnswer, comparisonAnswer, curveAnswer } from './answers.ts';
import { comparisonOf } from './compare.ts';
import { curveOf } from './curve.ts';
import { accountOf } from './queries.ts';
import { readSpan, spanQuery } from './read-span.ts';

export { accountAnswer };

const account = createRoute({
  method: 'get',
  path: '/account',
  request: { params: parkParam, query: asOfQuery },
  responses: answers(accountAnswer, 'The land account of every phase and of the park as of a day'),
});

const compare = createRoute({
  method: 'get',
  path: '/account/compare',
  request: { params: parkParam, query: spanQuery },
  responses: answers(comparisonAnswer, 'The account on two days, with the parcels that make the difference and why'),
});

const phase = z.string().max(40).optional().meta({ description: 'Code of a phase; by default the whole park' });

const curve = createRoute({
  method: 'get',
  path: '/account/curve',
  request: { params: parkParam, query: spanQuery.extend({ phase }) },
  responses: answers(curveAnswer, 'The account by month ends: what was, then what is planned'),
});

export const accountRoutes = () =>
  new OpenAPIHono<ParkEnv>()
    .openapi(account, (c) => {
      const { facts } = c.var.memory;
      return c.json(accountOf(facts, asOfOf(facts, c.req.valid('query'))), 200);
    })
    .openapi(compare, (c) => {
      const { memory } = c.var;
      return c.json(comparisonOf(memory, readSpan(memory.facts, c.req.valid('query'))), 200);
    })
    .openapi(curve, (c) => {
      const { memory } = c.var;
      const { phase: asked, ...span } = c.req.valid('query');
      return c.json(curveOf(memory, readSpan(memory.facts, span), asked ?? null), 200);
    });
