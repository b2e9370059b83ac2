import type { Role } from '../../domain/access/roles.ts';
import { storePerson } from '../../server/people/store-person.ts';
import type { House } from '../../server/house.ts';
import { eq } from 'drizzle-orm';
import { person } from '../../server/database/schema.ts';

export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

export interface Who {
  readonly name: string;
  readonly roles: readonly Role[];
}

/** A name alone is a leader, who may do everything to the land. */
export function whoOf(who: string | Who): Who {
  return typeof who === 'string' ? { name: who, roles: ['leader'] } : who;
}

export const testPassword = 'correct horse battery';

/** The admin of the prepared stores (`database.ts`). */
export const preparedAdmin = { username: 'admin', password: 'the admin of the tests' };

/** Stores a person who need not change the password; returns the username. */
export async function makePerson({ database }: House, { name, roles }: Who, username = usernameOf(name, roles)) {
  const id = await storePerson(database.queries, { username, name, roles }, testPassword);
  await database.queries.update(person).set({ mustChangePassword: false }).where(eq(person.id, id));
  return username;
}

/** Signs in and returns how to ask with that session, as a page of the same origin would. */
export async function signIn(ask: Ask, username: string, password = testPassword): Promise<Ask & { cookie: string }> {
  const answer = await ask('/api/session', jsonPost({ username, password, remember: true }));
  if (answer.status !== 200) throw new Error(`${username} cannot sign in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return Object.assign(withCookie(ask, cookie), { cookie });
}

/** Asks with a session, as the page of the same origin would. */
export function withCookie(ask: Ask, cookie: string): Ask {
  return (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    headers.set('sec-fetch-site', 'same-origin');
    return ask(path, { ...init, headers });
  };
}

/** Adds a person as the admin does it, with a password of their own; returns how to ask as that person. */
export async function addAndSignIn(ask: Ask, admin: Ask, who: Who, username = usernameOf(who.name, who.roles)) {
  const added = await admin('/api/people', jsonPost({ ...who, username }));
  if (added.status !== 200) throw new Error(`${who.name} is not added: ${added.status} ${await added.text()}`);
  const { password } = (await added.json()) as { password: string };
  const fresh = await signIn(ask, username, password);
  const changed = await fresh('/api/session/password', jsonPost({ current: password, next: testPassword }));
  if (changed.status !== 200) throw new Error(`the password of ${who.name} stays: ${await changed.text()}`);
  return fresh;
}

export function jsonPost(body: object): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export function usernameOf(name: string, roles: readonly Role[]): string {
  return `${name}.${roles.join('.')}`
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}._-]/gu, '-')
    .slice(0, 40);
}
