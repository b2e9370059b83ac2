import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { isRefusal } from '../../domain/refusals.ts';
import { asOfOf, asOfQuery } from '../http/as-of.ts';
import { answers, parkParam } from '../http/describe.ts';
import type { ParkEnv } from '../http/env.ts';
import { Problem } from '../http/problem.ts';
import { parcelAnswer, parcelsAnswer } from './answers.ts';
import { describeParcel, listParcels } from './queries.ts';

const list = createRoute({
  method: 'get',
  path: '/',
  request: { params: parkParam, query: asOfQuery },
  responses: answers(parcelsAnswer, 'The parcels and how far they have come'),
});

const describe = createRoute({
  method: 'get',
  path: '/{parcel}',
  request: { params: parkParam.extend({ parcel: z.string().max(40) }), query: asOfQuery },
  responses: answers(parcelAnswer, 'A parcel, its gates and its claims'),
});

export const parcelRoutes = () =>
  new OpenAPIHono<ParkEnv>()
    .openapi(list, (c) => {
      const { facts } = c.var.memory;
      return c.json({ seq: facts.seq, parcels: listParcels(facts, asOfOf(facts, c.req.valid('query'))) }, 200);
    })
    .openapi(describe, (c) => {
      const { facts } = c.var.memory;
      const parcel = describeParcel(facts, c.req.valid('param').parcel, asOfOf(facts, c.req.valid('query')));
      if (isRefusal(parcel)) throw new Problem(parcel);
      return c.json(parcel, 200);
    });
