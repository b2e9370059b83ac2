import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { isRefusal } from '../../domain/refusals.ts';
import { asOfOf, asOfQuery } from '../http/as-of.ts';
import { answers, parkParam } from '../http/describe.ts';
import type { ParkEnv } from '../http/env.ts';
import { Problem } from '../http/problem.ts';
import { roadAnswer, roadsAnswer } from './answers.ts';
import { describeRoad, listRoads } from './queries.ts';

const list = createRoute({
  method: 'get',
  path: '/',
  request: { params: parkParam, query: asOfQuery },
  responses: answers(roadsAnswer, 'The roads and how far their layers have come'),
});

const describe = createRoute({
  method: 'get',
  path: '/{road}',
  request: { params: parkParam.extend({ road: z.string().max(40) }), query: asOfQuery },
  responses: answers(roadAnswer, 'A road, its stretches and the parcels it serves'),
});

export const roadRoutes = () =>
  new OpenAPIHono<ParkEnv>()
    .openapi(list, (c) => {
      const { facts } = c.var.memory;
      return c.json({ seq: facts.seq, roads: listRoads(facts, asOfOf(facts, c.req.valid('query'))) }, 200);
    })
    .openapi(describe, (c) => {
      const { facts } = c.var.memory;
      const road = describeRoad(facts, c.req.valid('param').road, asOfOf(facts, c.req.valid('query')));
      if (isRefusal(road)) throw new Problem(road);
      return c.json(road, 200);
    });
