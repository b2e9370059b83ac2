import { createHmac, timingSafeEqual } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { parse } from 'hono/utils/cookie';
import type { Queries } from '../database/connect.ts';
import { person, session } from '../database/schema.ts';
import { cookiePrefix, sessionSeconds } from './auth.ts';

/**
 * Session and person of a signed cookie in one question: it stands before every request, and the library asks two.
 * `isAging`: the session is to be prolonged, which the library does.
 */
export async function readSession(queries: Queries, secret: string, headers: Headers, now: Date) {
  const cookies = parse(headers.get('cookie') ?? '');
  const named = (name: string) => cookies[`__Secure-${cookiePrefix}.${name}`] ?? cookies[`${cookiePrefix}.${name}`];
  const token = tokenOf(named('session_token'), secret);
  if (token === null) return null;
  const [found] = await queries
    .select({ person, sessionId: session.id, expiresAt: session.expiresAt })
    .from(session)
    .innerJoin(person, eq(person.id, session.userId))
    .where(and(eq(session.token, token), gt(session.expiresAt, now), isNull(person.disabledAt)));
  if (!found) return null;
  const leftSeconds = (found.expiresAt.getTime() - now.getTime()) / 1000;
  const isRemembered = named('dont_remember') === undefined;
  return { ...found, isAging: isRemembered && leftSeconds < sessionSeconds.lasts - sessionSeconds.prolongedAfter };
}

/** What a cookie holds when the signature behind its last dot is ours, else null. */
function tokenOf(signed: string | undefined, secret: string): string | null {
  const cut = signed?.lastIndexOf('.') ?? -1;
  if (signed === undefined || cut < 1) return null;
  const token = signed.slice(0, cut);
  const expected = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(signed.slice(cut + 1), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}
