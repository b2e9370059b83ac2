import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { House } from '../house.ts';
import { asOfOf, asOfQuery } from '../http/as-of.ts';
import { answers, parkParam } from '../http/describe.ts';
import type { HttpEnv, ParkEnv } from '../http/env.ts';
import { parkAnswer, parksAnswer, stateAnswer } from './answers.ts';
import { describePark, listParks } from './queries.ts';
import { mapState } from './state.ts';

const list = createRoute({ method: 'get', path: '/', responses: answers(parksAnswer, 'The parks') });

export const parkListRoutes = ({ database }: House) =>
  new OpenAPIHono<HttpEnv>().openapi(list, async (c) => c.json({ parks: await listParks(database.queries) }, 200));

const describe = createRoute({
  method: 'get',
  path: '/',
  request: { params: parkParam },
  responses: answers(parkAnswer, 'A park: plan versions, phases, surveys, land uses'),
});

const state = createRoute({
  method: 'get',
  path: '/state',
  request: { params: parkParam, query: asOfQuery },
  responses: answers(stateAnswer, 'Every parcel, work and road as of a day'),
});

export const parkRoutes = (house: House) =>
  new OpenAPIHono<ParkEnv>()
    .openapi(describe, async (c) => c.json(await describePark(house, c.var.memory), 200))
    .openapi(state, (c) => {
      const { facts } = c.var.memory;
      return c.json(mapState(facts, asOfOf(facts, c.req.valid('query'))), 200);
    });
