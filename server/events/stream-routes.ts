import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { activeRoles, can } from '../../domain/access/can.ts';
import type { Person } from '../../domain/access/person.ts';
import type { House } from '../house.ts';
import { addressOfRequest } from '../http/client-address.ts';
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
  summary: 'The change feed: numbers of events for everybody, whole events and who is at what for staff',
  request: {
    params: parkParam,
    query: z.object({ after: seqText.meta({ description: 'The last event already known' }) }),
    headers: z.object({ 'last-event-id': seqText }),
  },
  responses: {
    200: { description: 'The change feed', content: { 'text/event-stream': { schema: z.string() } } },
  },
});

export const streamRoutes = (house: House) =>
  new OpenAPIHono<ParkEnv>().openapi(feed, (c) => {
    const { memory, person } = c.var;
    const now = memory.facts.seq;
    const asked = c.req.valid('header')['last-event-id'] ?? c.req.valid('query').after ?? now;
    c.header('X-Accel-Buffering', 'no');
    // Nobody would read the body of a HEAD, and its follower would wait for ever.
    if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' });
    const leave = house.feeds.enter(addressOfRequest(c));
    const roles = activeRoles(person);
    const isStaff = can(roles, 'read-history') && can(roles, 'see-colleagues');
    const answer = streamSSE(c, (stream) =>
      streamEvents(stream, {
        queries: house.database.queries,
        memory,
        after: Math.min(asked, now),
        person: person?.id ?? null,
        board: isStaff ? house.presence.board : null,
        isSame: person === null ? () => Promise.resolve(true) : sameAs(house, c, person),
        signal: house.closing,
        beatMilliseconds: house.feeds.limits.beatMilliseconds,
      })
        .catch((err: unknown) => c.var.log.warn({ err }, 'the change feed broke off'))
        .finally(leave),
    );
    answer.headers.set('Cache-Control', 'no-store, no-transform');
    return answer;
  });

/** Asks again who this is: a session may have ended or the person may have other roles. */
function sameAs({ people }: House, c: Context<ParkEnv>, person: Person): () => Promise<boolean> {
  const headers = new Headers({ cookie: c.req.header('cookie') ?? '' });
  const known = JSON.stringify(person);
  return async () => JSON.stringify((await people.whoAsks(headers))?.person ?? null) === known;
}
