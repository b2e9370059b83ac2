import { and, asc, count, desc, eq, gt, isNull, lt, max, sql } from 'drizzle-orm';
import type { Role } from '../../domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusals.ts';
import type { Queries } from '../database/connect.ts';
import { person, session, signIn } from '../database/schema.ts';
import { personOf } from './people.ts';
import { oneTimePassword, storePassword, storePerson, type NewPerson } from './store-person.ts';

const signInsPerPage = 100;

/** Everybody with an account, by name. */
export async function listPeople(queries: Queries) {
  const rows = await queries.select().from(person).orderBy(asc(person.username));
  const open = await queries
    .select({ id: session.userId, sessions: count() })
    .from(session)
    .where(gt(session.expiresAt, new Date()))
    .groupBy(session.userId);
  const signedIn = await queries
    .select({ id: signIn.personId, at: max(signIn.at) })
    .from(signIn)
    .where(eq(signIn.outcome, 'signed-in'))
    .groupBy(signIn.personId);
  const sessions = new Map(open.map(({ id, sessions: number }) => [id, Number(number)]));
  const lastAt = new Map(signedIn.map(({ id, at }) => [id, at]));
  return rows.map((row) => ({
    ...personOf(row),
    disabledAt: row.disabledAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    signedInAt: lastAt.get(row.id)?.toISOString() ?? null,
    openSessions: sessions.get(row.id) ?? 0,
  }));
}

export type KeptPerson = Awaited<ReturnType<typeof listPeople>>[number];

/** One of them by id or by username; refuses with person.unknown. */
export async function findPerson(queries: Queries, idOrUsername: string): Promise<KeptPerson | Refusal> {
  const people = await listPeople(queries);
  const found = people.find(({ id, username }) => id === idOrUsername || username === idOrUsername);
  return found ?? refuse('person.unknown', 'person', { person: idOrUsername });
}

/** Adds a person with a password that works once. Refuses with person.exists. */
export async function addPerson(queries: Queries, added: NewPerson) {
  const known = await findPerson(queries, added.username);
  if (!isRefusal(known)) return refuse('person.exists', 'username', { username: added.username });
  const password = oneTimePassword();
  const id = await storePerson(queries, added, password);
  return withPassword(queries, id, password);
}

/** Changes name, roles or whether somebody may sign in. Refuses with person.unknown, person.last-admin. */
export async function changePerson(
  queries: Queries,
  id: string,
  {
    name,
    roles,
    disabled,
  }: { name?: string | undefined; roles?: readonly Role[] | undefined; disabled?: boolean | undefined },
): Promise<KeptPerson | Refusal> {
  const losesAdmin = disabled === true || (roles !== undefined && !roles.includes('admin'));
  const refusal = await queries.transaction(async (transaction) => {
    // Two admins who disable each other at the same moment must not both succeed.
    await transaction.execute(sql`LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE`);
    const [before] = await transaction.select().from(person).where(eq(person.id, id));
    if (!before) return refuse('person.unknown', 'person', { person: id });
    if (losesAdmin && before.roles.includes('admin') && before.disabledAt === null) {
      const admins = await transaction
        .select({ id: person.id })
        .from(person)
        .where(and(isNull(person.disabledAt), sql`'admin' = ANY (${person.roles})`));
      if (admins.length === 1)
        return refuse('person.last-admin', disabled ? 'disabled' : 'roles', { person: before.name });
    }
    const now = new Date();
    await transaction
      .update(person)
      .set({
        ...(name === undefined ? {} : { name }),
        ...(roles === undefined ? {} : { roles: [...roles] }),
        ...(disabled === undefined ? {} : { disabledAt: disabled ? (before.disabledAt ?? now) : null }),
        updatedAt: now,
      })
      .where(eq(person.id, id));
    if (disabled) await transaction.delete(session).where(eq(session.userId, id));
    return null;
  });
  return refusal ?? findPerson(queries, id);
}

/** Gives a person a new password that works once and ends the open sessions. */
export async function resetPassword(queries: Queries, id: string) {
  const known = await findPerson(queries, id);
  if (isRefusal(known)) return known;
  const password = oneTimePassword();
  await storePassword(queries, known.id, password, true);
  await endSessions(queries, known.id);
  return withPassword(queries, known.id, password);
}

export async function endSessions(queries: Queries, id: string): Promise<KeptPerson | Refusal> {
  await queries.delete(session).where(eq(session.userId, id));
  return findPerson(queries, id);
}

/** What was tried and done with accounts, newest first. */
export async function listSignIns(queries: Queries, before: number | null) {
  const rows = await queries
    .select({
      id: signIn.id,
      at: signIn.at,
      username: signIn.username,
      name: person.name,
      address: signIn.address,
      outcome: signIn.outcome,
    })
    .from(signIn)
    .leftJoin(person, eq(person.id, signIn.personId))
    .where(before === null ? undefined : lt(signIn.id, before))
    .orderBy(desc(signIn.id))
    .limit(signInsPerPage);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

async function withPassword(queries: Queries, id: string, password: string) {
  const found = await findPerson(queries, id);
  return isRefusal(found) ? found : { person: found, password };
}
