import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { username } from 'better-auth/plugins/username';
import { longestPassword, shortestPassword, usernameSchema } from '../../domain/access/person.ts';
import type { Queries } from '../database/connect.ts';
import { credential, person, session, verification } from '../database/schema.ts';

const dayInSeconds = 86_400;
export const sessionSeconds = { lasts: 30 * dayInSeconds, prolongedAfter: dayInSeconds };
export const cookiePrefix = 'yuantu';
/** Stands in a Cookie header that carries a session, also in its secure form. */
export const sessionCookieMark = `${cookiePrefix}.`;
/** Where the address of a client is handed on; the page cannot send it, `people.ts` always sets it. */
export const addressHeader = 'x-yuantu-address';

/** Passwords, sessions and their cookies. Nothing of it is reachable by itself: our own routes call it. */
export function openAuth({ queries, secret, isSecure }: { queries: Queries; secret: string; isSecure: boolean }) {
  return betterAuth({
    baseURL: 'http://localhost',
    secret,
    database: drizzleAdapter(queries, {
      provider: 'pg',
      schema: { user: person, session, account: credential, verification },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    user: {
      additionalFields: {
        roles: { type: 'string[]', input: false },
        mustChangePassword: { type: 'boolean', input: false },
        disabledAt: { type: 'date', input: false, required: false },
      },
    },
    session: { expiresIn: sessionSeconds.lasts, updateAge: sessionSeconds.prolongedAfter },
    plugins: [
      username({
        minUsernameLength: 2,
        maxUsernameLength: 40,
        usernameNormalization: (text) => usernameSchema.safeParse(text).data ?? text,
        usernameValidator: (text) => usernameSchema.safeParse(text).success,
      }),
    ],
    advanced: {
      cookiePrefix,
      useSecureCookies: isSecure,
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
}

export type Auth = ReturnType<typeof openAuth>;
