import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { accountColumns } from '../../domain/account/account.ts';
import { asOfAnswer, asOfOf, asOfQuery } from '../http/as-of.ts';
import { answers, parkParam, seqField, squareMetresField } from '../http/describe.ts';
import type { ParkEnv } from '../http/env.ts';
import { accountOf } from './queries.ts';

const figureSchema = z.object({ squareMetres: squareMetresField, codes: z.array(z.string()).readonly() });

export const accountAnswer = z.object({
  seq: seqField,
  ...asOfAnswer,
  planVersion: z.string(),
  areaKind: z.literal('plane'),
  epsg: z.number().int(),
  rows: z.array(
    z.object({
      phase: z.string().nullable().meta({ description: 'null: the whole park' }),
      outlineSquareMetres: squareMetresField,
      figures: z.record(z.enum(accountColumns), figureSchema),
      balanceSquareMetres: z.number().meta({ description: 'Outline minus everything in it: zero' }),
    }),
  ),
});

const account = createRoute({
  method: 'get',
  path: '/account',
  request: { params: parkParam, query: asOfQuery },
  responses: answers(accountAnswer, 'The land account of every phase and of the park as of a day'),
});

export const accountRoutes = () =>
  new OpenAPIHono<ParkEnv>().openapi(account, (c) => {
    const { facts } = c.var.memory;
    return c.json(accountOf(facts, asOfOf(facts, c.req.valid('query'))), 200);
  });
