import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { asc } from 'drizzle-orm';
import { park } from './database/schema.ts';
import type { House } from './house.ts';
import { answers, seqField } from './http/describe.ts';
import type { HttpEnv } from './http/env.ts';

const healthAnswer = z.object({ ok: z.literal(true), parks: z.array(z.object({ code: z.string(), seq: seqField })) });

const health = createRoute({
  method: 'get',
  path: '/health',
  responses: answers(healthAnswer, 'The server and its database answer'),
});

export const healthRoutes = ({ database }: House) =>
  new OpenAPIHono<HttpEnv>().openapi(health, async (c) => {
    const parks = await database.queries.select({ code: park.code, seq: park.seq }).from(park).orderBy(asc(park.code));
    return c.json({ ok: true as const, parks }, 200);
  });
