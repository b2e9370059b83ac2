import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import type { Person } from '../../domain/access/person.ts';
import { isFromThisMachine } from '../http/client-address.ts';
import type { HttpEnv } from '../http/env.ts';

/** Somebody at a terminal of the machine the server runs on, who may read its data folder. */
export const operator: Person = {
  id: 'terminal',
  username: 'terminal',
  name: '终端',
  roles: ['admin'],
  mustChangePassword: false,
};

/** The operator when a request of this very machine carries the token of this run, else null. */
export function whoOperates(c: Context<HttpEnv>, token: string | null): Person | null {
  const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  if (token === null || given === undefined || !isFromThisMachine(c)) return null;
  return timingSafeEqual(digest(given), digest(token)) ? operator : null;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
