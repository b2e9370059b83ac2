import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import type { House } from '../house.ts';
import { parkParam } from '../http/describe.ts';
import type { ParkEnv } from '../http/env.ts';
import { streamEvents } from './stream-events.ts';

const seqText = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .optional();

const feed = createRoute({
  method: 'get',
  path: '/events',
  request: {
    params: parkParam,
    query: z.object({ after: seqText.meta({ description: 'The last event already known' }) }),
    headers: z.object({ 'last-event-id': seqText }),
  },
  responses: {
    200: { description: 'The change feed', content: { 'text/event-stream': { schema: z.string() } } },
  },
});

export const streamRoutes = ({ database: { queries }, closing }: House) =>
  new OpenAPIHono<ParkEnv>().openapi(feed, (c) => {
    const { memory } = c.var;
    const now = memory.facts.seq;
    const asked = c.req.valid('header')['last-event-id'] ?? c.req.valid('query').after ?? now;
    const after = Math.min(asked, now);
    c.header('X-Accel-Buffering', 'no');
    // Nobody would read the body of a HEAD, and its follower would wait for ever.
    if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' });
    return streamSSE(
      c,
      (stream) => streamEvents(stream, { queries, memory, after, signal: closing }),
      async (error) => c.var.log.warn({ err: error }, 'the change feed broke off'),
    );
  });
