import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { isRefusal } from '../../domain/refusals.ts';
import type { House } from '../house.ts';
import { addressOfRequest } from '../http/client-address.ts';
import { answers } from '../http/describe.ts';
import type { PersonEnv } from '../http/env.ts';
import { onlyFor } from '../http/only-for.ts';
import { Problem } from '../http/problem.ts';
import { credentialsBody, devicesAnswer, endDeviceBody, passwordBody, sessionAnswer } from './answers.ts';
import { changePassword, endDevice, listDevices } from './own-account.ts';

const json = <Schema>(schema: Schema) => ({ body: { required: true, content: { 'application/json': { schema } } } });

const who = createRoute({
  method: 'get',
  path: '/',
  responses: answers(sessionAnswer, 'Who asks; null for a visitor'),
});
const open = createRoute({
  method: 'post',
  path: '/',
  request: json(credentialsBody),
  responses: answers(sessionAnswer, 'Signed in'),
});
const close = createRoute({ method: 'delete', path: '/', responses: answers(sessionAnswer, 'Signed out') });
const password = createRoute({
  method: 'post',
  path: '/password',
  ...onlyFor('keep-account'),
  request: json(passwordBody),
  responses: answers(sessionAnswer, 'The password is changed; other sessions are ended'),
});
const devices = createRoute({
  method: 'get',
  path: '/devices',
  ...onlyFor('keep-account'),
  responses: answers(devicesAnswer, 'Where somebody is signed in'),
});
const end = createRoute({
  method: 'post',
  path: '/devices/end',
  ...onlyFor('keep-account'),
  request: json(endDeviceBody),
  responses: answers(devicesAnswer, 'Where somebody is still signed in'),
});

/** Signing in and out, and one's own account. */
export const sessionRoutes = (house: House) => {
  const { people, database } = house;
  const { queries } = database;
  const send = (c: Context, cookies: readonly string[]) => {
    for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
  };
  return new OpenAPIHono<PersonEnv>()
    .openapi(who, (c) => c.json({ person: c.var.person }, 200))
    .openapi(open, async (c) => {
      const from = { address: addressOfRequest(c), agent: c.req.header('user-agent') ?? '' };
      const signedIn = await people.signIn(c.req.valid('json'), from);
      if (isRefusal(signedIn)) throw new Problem(signedIn);
      send(c, signedIn.cookies);
      return c.json({ person: signedIn.person }, 200);
    })
    .openapi(close, async (c) => {
      send(c, await people.signOut(c.req.raw.headers));
      if (c.var.person) await people.note('signed-out', c.var.person, addressOfRequest(c));
      return c.json({ person: null }, 200);
    })
    .openapi(password, async (c) => {
      const refusal = await changePassword(queries, c.var.by, c.var.sessionId, c.req.valid('json'));
      if (refusal) throw new Problem(refusal);
      await people.note('password', c.var.by, addressOfRequest(c));
      return c.json({ person: { ...c.var.by, mustChangePassword: false } }, 200);
    })
    .openapi(devices, async (c) => c.json({ devices: await listDevices(queries, c.var.by, c.var.sessionId) }, 200))
    .openapi(end, async (c) => {
      const refusal = await endDevice(queries, c.var.by, c.var.sessionId, c.req.valid('json').device);
      if (refusal) throw new Problem(refusal);
      await people.note('ended', c.var.by, addressOfRequest(c));
      return c.json({ devices: await listDevices(queries, c.var.by, c.var.sessionId) }, 200);
    });
};
