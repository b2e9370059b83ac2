import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { workSchema } from '../../domain/work/schema.ts';
import { answers, parkParam, seqField } from '../http/describe.ts';
import type { ParkEnv } from '../http/env.ts';

const list = createRoute({
  method: 'get',
  path: '/',
  request: { params: parkParam },
  responses: answers(z.object({ seq: seqField, works: z.array(workSchema) }), 'Utilities and buildings'),
});

export const workRoutes = () =>
  new OpenAPIHono<ParkEnv>().openapi(list, (c) => {
    const { facts } = c.var.memory;
    return c.json({ seq: facts.seq, works: [...facts.works.values()] }, 200);
  });
