import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { commandNames } from '../../domain/access/roles.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { daySchema } from '../../domain/day-schema.ts';
import { documentSchema } from '../../domain/document/schema.ts';
import { actorsOf, eventsBefore } from '../database/log.ts';
import { documentsOf } from '../documents/queries.ts';
import type { House } from '../house.ts';
import { answers, parkParam } from '../http/describe.ts';
import type { PersonParkEnv } from '../http/env.ts';
import { onlyFor } from '../http/only-for.ts';
import { eventSchema } from './answers.ts';
import { firstPage } from './first-page.ts';

const page = { mostEvents: 50, mostChanges: 5_000 };

const history = createRoute({
  method: 'get',
  path: '/history',
  ...onlyFor('read-history'),
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
      command: z.enum(commandNames).optional(),
      actor: z.string().min(1).max(80).optional().meta({ description: 'Id of a person, or the name as it was then' }),
      from: daySchema.optional().meta({ description: 'Recorded on this day (China time) or later' }),
      to: daySchema.optional().meta({ description: 'Recorded on this day or earlier' }),
    }),
  },
  responses: answers(
    z.object({
      events: z.array(eventSchema),
      documents: z.array(documentSchema).meta({ description: 'The photos and papers of these events' }),
      hasEarlier: z.boolean(),
    }),
    `What was recorded, newest first, at most ${page.mostEvents}`,
  ),
});

const actors = createRoute({
  method: 'get',
  path: '/history/actors',
  ...onlyFor('read-history'),
  request: { params: parkParam },
  responses: answers(
    z.object({ actors: z.array(z.object({ id: z.string().nullable(), name: z.string() })) }),
    'Everybody who ever recorded anything',
  ),
});

export const historyRoutes = ({ database: { queries } }: House) =>
  new OpenAPIHono<PersonParkEnv>()
    .openapi(history, async (c) => {
      const { subject, from, to, ...rest } = c.req.valid('query');
      const { parkId } = c.var.memory;
      const sought = {
        ...rest,
        subjects: subject === undefined ? undefined : [subject],
        recordedFrom: from === undefined ? undefined : startOf(from),
        recordedBefore: to === undefined ? undefined : startOf(addDays(to, 1)),
      };
      const found = await eventsBefore(queries, parkId, sought, page.mostEvents + 1);
      const events = firstPage(found, page);
      const documents = await documentsOf(
        queries,
        parkId,
        events.flatMap((event) => event.documents),
      );
      return c.json({ events, documents, hasEarlier: found.length > events.length }, 200);
    })
    .openapi(actors, async (c) => c.json({ actors: await actorsOf(queries, c.var.memory.parkId) }, 200));

/** The moment a day begins in the parks' time zone. */
function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
