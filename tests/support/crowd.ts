import { randomUUID } from 'node:crypto';
import { serializeSigned } from 'hono/utils/cookie';
import type { Role } from '../../domain/access/roles.ts';
import type { Queries } from '../../server/database/connect.ts';
import { person, session } from '../../server/database/schema.ts';
import { cookiePrefix } from '../../server/people/auth.ts';
import { installationSecret } from '../../server/people/installation.ts';
import { withCookie, type Ask } from './people.ts';

const dayMilliseconds = 86_400_000;

/**
 * So many people who are signed in already: their sessions are written as a sign-in writes them, because hashing
 * hundreds of passwords takes minutes.
 */
export async function makeCrowd(queries: Queries, ask: Ask, count: number, roles: readonly Role[]) {
  const now = new Date();
  const stamps = { createdAt: now, updatedAt: now };
  const secret = await installationSecret(queries);
  const crowd = Array.from({ length: count }, (_, at) => ({ at, id: randomUUID(), token: randomUUID() }));
  const name = randomUUID().slice(0, 8);
  await queries.insert(person).values(
    crowd.map(({ at, id }) => ({
      id,
      username: `${name}-${at}`,
      name: `众人${at}`,
      email: `${id}@person.invalid`,
      emailVerified: false,
      roles: [...roles],
      mustChangePassword: false,
      ...stamps,
    })),
  );
  const expiresAt = new Date(now.getTime() + dayMilliseconds * 30);
  await queries
    .insert(session)
    .values(crowd.map(({ id, token }) => ({ id: randomUUID(), userId: id, token, expiresAt, ...stamps })));
  const cookies = await Promise.all(
    crowd.map(({ token }) => serializeSigned(`${cookiePrefix}.session_token`, token, secret)),
  );
  const people = cookies.map((cookie) => Object.assign(withCookie(ask, cookie), { cookie }));
  const known = (await (await people[0]!('/api/session')).json()) as { person: { name: string } | null };
  if (known.person?.name !== '众人0') throw new Error('the sessions of the crowd do not count');
  return people;
}

/** Random numbers in [0, limit), the same for the same seed (Mulberry32, public domain). */
export function randomBelow(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}
