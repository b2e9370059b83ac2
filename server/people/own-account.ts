import { verifyPassword } from 'better-auth/crypto';
import { and, desc, eq, gt, ne } from 'drizzle-orm';
import type { Person } from '../../domain/access/person.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import type { Queries } from '../database/connect.ts';
import { credential, session } from '../database/schema.ts';
import { storePassword } from './store-person.ts';

/** Replaces one's own password; other sessions end. Refuses with access.wrong-password, access.same-password. */
export async function changePassword(
  queries: Queries,
  { id }: Person,
  sessionId: string | null,
  { current, next }: { current: string; next: string },
): Promise<Refusal | null> {
  const [stored] = await queries
    .select({ hash: credential.password })
    .from(credential)
    .where(eq(credential.userId, id));
  const isRight = stored?.hash ? await verifyPassword({ hash: stored.hash, password: current }) : false;
  if (!isRight) return refuse('access.wrong-password', 'current');
  if (current === next) return refuse('access.same-password', 'next');
  await storePassword(queries, id, next, false);
  await endOthers(queries, id, sessionId);
  return null;
}

/** Where somebody is signed in, the latest first. */
export async function listDevices(queries: Queries, { id }: Person, sessionId: string | null) {
  const rows = await queries
    .select()
    .from(session)
    .where(and(eq(session.userId, id), gt(session.expiresAt, new Date())))
    .orderBy(desc(session.updatedAt));
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    seenAt: row.updatedAt.toISOString(),
    address: row.ipAddress ?? '',
    agent: (row.userAgent ?? '').slice(0, 300),
    isThis: row.id === sessionId,
  }));
}

/** Ends one session, or all but the one that asks. Refuses with device.unknown. */
export async function endDevice(
  queries: Queries,
  { id }: Person,
  sessionId: string | null,
  device: string | null,
): Promise<Refusal | null> {
  if (device === null) {
    await endOthers(queries, id, sessionId);
    return null;
  }
  const ended = await queries
    .delete(session)
    .where(and(eq(session.userId, id), eq(session.id, device)))
    .returning({ id: session.id });
  return ended.length ? null : refuse('device.unknown', 'device');
}

async function endOthers(queries: Queries, personId: string, sessionId: string | null): Promise<void> {
  const isOther = sessionId === null ? undefined : ne(session.id, sessionId);
  await queries.delete(session).where(and(eq(session.userId, personId), isOther));
}
