import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AssumedDelay } from '../../domain/parcel/expected-days.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusals.ts';
import { asOfQuery } from '../http/as-of.ts';
import { answers, parkParam } from '../http/describe.ts';
import type { ParkEnv } from '../http/env.ts';
import { Problem } from '../http/problem.ts';
import { batchesAnswer, parcelReadinessAnswer, readinessAnswer, risksAnswer } from './answers.ts';
import { asIfKnown } from './as-of.ts';
import { batchesOf, readinessOf, readinessOfParcel, risksOf } from './queries.ts';

const codeQuery = z.string().min(1).max(40).optional();
const risksQuery = asOfQuery
  .extend({
    work: codeQuery.meta({ description: 'What if this work came `days` later' }),
    road: codeQuery.meta({ description: 'What if every open stretch of this road came `days` later' }),
    days: z.coerce.number().int().min(1).max(3650).optional(),
  })
  .refine(({ work, road, days }) => (days !== undefined) === (work !== undefined || road !== undefined), {
    message: 'a delay is a work or a road, and days',
    path: ['days'],
  });

const readiness = createRoute({
  method: 'get',
  path: '/readiness',
  request: { params: parkParam, query: asOfQuery },
  responses: answers(readinessAnswer, 'Which land is ready for supply, ready by when, or blocked'),
});

const ofParcel = createRoute({
  method: 'get',
  path: '/readiness/{parcel}',
  request: { params: parkParam.extend({ parcel: z.string().max(40) }), query: asOfQuery },
  responses: answers(parcelReadinessAnswer, 'What a parcel waits for, its utilities and its approval batch'),
});

const batches = createRoute({
  method: 'get',
  path: '/batches',
  request: { params: parkParam, query: asOfQuery },
  responses: answers(batchesAnswer, 'Approval batches and how far their land has come'),
});

const risks = createRoute({
  method: 'get',
  path: '/risks',
  request: { params: parkParam, query: risksQuery },
  responses: answers(risksAnswer, 'What is late, the land it holds back, and the projects and money on that land'),
});

export const readinessRoutes = () =>
  new OpenAPIHono<ParkEnv>()
    .openapi(readiness, (c) => {
      const { facts } = c.var.memory;
      return c.json(readinessOf(facts, asIfKnown(facts, c.req.valid('query'))), 200);
    })
    .openapi(ofParcel, (c) => {
      const { facts } = c.var.memory;
      const answer = readinessOfParcel(facts, c.req.valid('param').parcel, asIfKnown(facts, c.req.valid('query')));
      if (isRefusal(answer)) throw new Problem(answer);
      return c.json(answer, 200);
    })
    .openapi(batches, (c) => {
      const { facts } = c.var.memory;
      return c.json(batchesOf(facts, asIfKnown(facts, c.req.valid('query'))), 200);
    })
    .openapi(risks, (c) => {
      const { facts } = c.var.memory;
      const query = c.req.valid('query');
      const delays = delaysOf(facts, query);
      if (isRefusal(delays)) throw new Problem(delays);
      return c.json(risksOf(facts, asIfKnown(facts, query), delays), 200);
    });

function delaysOf(
  facts: ParkFacts,
  { work, road, days }: Pick<z.infer<typeof risksQuery>, 'work' | 'road' | 'days'>,
): readonly AssumedDelay[] | Refusal {
  if (work !== undefined && !facts.works.has(work)) return refuse('work.unknown', 'work', { work });
  if (road !== undefined && !facts.roads.has(road)) return refuse('road.unknown', 'road', { road });
  if (days === undefined) return [];
  const ofWork = work === undefined ? [] : [{ kind: 'work' as const, code: work, days }];
  return road === undefined ? ofWork : [...ofWork, { kind: 'road', code: road, days }];
}
