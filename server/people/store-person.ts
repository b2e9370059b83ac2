import { randomInt, randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { eq } from 'drizzle-orm';
import type { Role } from '../../domain/access/roles.ts';
import type { Queries } from '../database/connect.ts';
import { credential, person } from '../database/schema.ts';

/** Without letters and digits that look alike. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

export interface NewPerson {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Stores a person with a password that works once: it has to be changed. Returns the person's id. */
export async function storePerson(queries: Queries, { username, name, roles }: NewPerson, password: string) {
  const id = randomUUID();
  const now = new Date();
  const stamps = { createdAt: now, updatedAt: now };
  const hash = await hashPassword(password);
  await queries.transaction(async (transaction) => {
    await transaction.insert(person).values({
      id,
      username,
      displayUsername: username,
      name,
      // Nobody is ever written to; the library wants an address.
      email: `${id}@person.invalid`,
      emailVerified: false,
      roles: [...roles],
      mustChangePassword: true,
      ...stamps,
    });
    await transaction
      .insert(credential)
      .values({ id: randomUUID(), userId: id, accountId: id, providerId: 'credential', password: hash, ...stamps });
  });
  return id;
}

/** Replaces the password of a person. */
export async function storePassword(queries: Queries, id: string, password: string, mustChange: boolean) {
  const hash = await hashPassword(password);
  await queries.transaction(async (transaction) => {
    const now = new Date();
    await transaction.update(credential).set({ password: hash, updatedAt: now }).where(eq(credential.userId, id));
    await transaction.update(person).set({ mustChangePassword: mustChange, updatedAt: now }).where(eq(person.id, id));
  });
}

/** A password of three groups, about 59 bits, easy to read out. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group()].join('-');
}
