import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { eventsBefore } from '../database/log.ts';
import type { House } from '../house.ts';
import { answers, parkParam } from '../http/describe.ts';
import type { ParkEnv } from '../http/env.ts';
import { eventSchema } from './answers.ts';

const eventsPerPage = 50;
const eventsPerSubject = 500;

const history = createRoute({
  method: 'get',
  path: '/history',
  request: {
    params: parkParam,
    query: z.object({
      subject: z
        .string()
        .regex(/^(parcel|road|work|project):.{1,80}$/u)
        .optional()
        .meta({ example: 'parcel:A-01' }),
      before: z
        .string()
        .regex(/^[1-9]\d{0,14}$/)
        .transform(Number)
        .optional()
        .meta({ description: 'Only events before this one' }),
    }),
  },
  responses: answers(z.object({ events: z.array(eventSchema) }), 'What was recorded, newest first'),
});

export const historyRoutes = ({ database: { queries } }: House) =>
  new OpenAPIHono<ParkEnv>().openapi(history, async (c) => {
    const { subject = null, before = null } = c.req.valid('query');
    const limit = subject === null ? eventsPerPage : eventsPerSubject;
    return c.json({ events: await eventsBefore(queries, c.var.memory.parkId, { subject, before, limit }) }, 200);
  });
