import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import type { House } from '../house.ts';
import { addressOfRequest } from '../http/client-address.ts';
import { answers } from '../http/describe.ts';
import type { PersonEnv } from '../http/env.ts';
import { onlyFor } from '../http/only-for.ts';
import { Problem } from '../http/problem.ts';
import {
  addPersonBody,
  changePersonBody,
  peopleAnswer,
  personAnswer,
  personWithPasswordAnswer,
  signInsAnswer,
} from './answers.ts';
import { addPerson, changePerson, endSessions, listPeople, listSignIns, resetPassword } from './keep-people.ts';

const params = z.object({ person: z.string().max(80).meta({ description: 'Id of a person' }) });
const json = <Schema>(schema: Schema) => ({ required: true, content: { 'application/json': { schema } } });
const rule = onlyFor('manage-people');

const list = createRoute({ method: 'get', path: '/people', ...rule, responses: answers(peopleAnswer, 'Everybody') });
const add = createRoute({
  method: 'post',
  path: '/people',
  ...rule,
  request: { body: json(addPersonBody) },
  responses: answers(personWithPasswordAnswer, 'The person and a password that works once'),
});
const change = createRoute({
  method: 'post',
  path: '/people/{person}',
  ...rule,
  request: { params, body: json(changePersonBody) },
  responses: answers(personAnswer, 'The person as changed'),
});
const reset = createRoute({
  method: 'post',
  path: '/people/{person}/password',
  ...rule,
  request: { params, body: json(z.object({})) },
  responses: answers(personWithPasswordAnswer, 'The person and a new password that works once'),
});
const end = createRoute({
  method: 'post',
  path: '/people/{person}/end-sessions',
  ...rule,
  request: { params, body: json(z.object({})) },
  responses: answers(personAnswer, 'The person, signed out everywhere'),
});
const signIns = createRoute({
  method: 'get',
  path: '/sign-ins',
  ...rule,
  request: { query: z.object({ before: z.coerce.number().int().positive().optional() }) },
  responses: answers(signInsAnswer, 'What was tried and done with accounts, newest first'),
});

/** Keeping the accounts of others. */
export const peopleRoutes = (house: House) => {
  const { people, database } = house;
  const { queries } = database;
  return new OpenAPIHono<PersonEnv>()
    .openapi(list, async (c) => c.json({ people: await listPeople(queries) }, 200))
    .openapi(add, async (c) => c.json(orThrow(await addPerson(queries, c.req.valid('json'))), 200))
    .openapi(change, async (c) => {
      const person = orThrow(await changePerson(queries, c.req.valid('param').person, c.req.valid('json')));
      return c.json({ person }, 200);
    })
    .openapi(reset, async (c) => {
      const answer = orThrow(await resetPassword(queries, c.req.valid('param').person));
      await people.note('password', answer.person, addressOfRequest(c));
      return c.json(answer, 200);
    })
    .openapi(end, async (c) => {
      const person = orThrow(await endSessions(queries, c.req.valid('param').person));
      await people.note('ended', person, addressOfRequest(c));
      return c.json({ person }, 200);
    })
    .openapi(signIns, async (c) =>
      c.json({ signIns: await listSignIns(queries, c.req.valid('query').before ?? null) }, 200),
    );
};

function orThrow<Answer extends object>(answer: Answer | Refusal): Answer {
  if (isRefusal(answer)) throw new Problem(answer);
  return answer;
}
