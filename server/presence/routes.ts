import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { House } from '../house.ts';
import { answers, parkParam } from '../http/describe.ts';
import type { PersonParkEnv } from '../http/env.ts';
import { onlyFor } from '../http/only-for.ts';
import { doings } from './presence-board.ts';

const mostSubjects = 60;

export const presenceAnswer = z.object({
  people: z.array(
    z
      .object({ personId: z.string(), name: z.string(), subject: z.string(), doing: z.enum(doings) })
      .meta({ id: 'Colleague' }),
  ),
});

const subjectSchema = z
  .string()
  .regex(/^(parcel|road|work|project):.{1,80}$/u)
  .meta({ example: 'parcel:A-01' });

const presence = createRoute({
  method: 'post',
  path: '/presence',
  summary: 'Tell colleagues what one is at; to be repeated while it lasts, every 15 seconds',
  ...onlyFor('see-colleagues'),
  request: {
    params: parkParam,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            client: z.uuid().toLowerCase().meta({ description: 'Made by the page; one person may have several' }),
            subject: subjectSchema.nullable().meta({ description: 'null when it is over' }),
            also: z
              .array(subjectSchema)
              .max(mostSubjects)
              .default([])
              .meta({ description: 'Further things of the same work, such as the other parcels of one form' }),
            doing: z.enum(doings),
          }),
        },
      },
    },
  },
  responses: answers(presenceAnswer, 'Everybody who is at something in this park'),
});

export const presenceRoutes = ({ presence: shared }: House) =>
  new OpenAPIHono<PersonParkEnv>().openapi(presence, (c) => {
    const { client, subject, also, doing } = c.req.valid('json');
    const { by, memory } = c.var;
    const park = memory.facts.park.code;
    const subjects = subject === null ? [] : [...new Set([subject, ...also])];
    shared.tell(park, client, { personId: by.id, name: by.name, subjects, doing });
    return c.json({ people: [...shared.board.people(park)] }, 200);
  });
