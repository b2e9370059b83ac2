import type { MiddlewareHandler } from 'hono';
import type { House } from '../house.ts';
import type { HttpEnv } from '../http/env.ts';
import { whoOperates } from '../operator/who-operates.ts';

/** Finds out who asks; a session in use is prolonged by the cookies sent along. */
export function whoAsks({ people, operatorToken }: House): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const operator = whoOperates(c, operatorToken);
    const signedIn = operator ? null : await people.whoAsks(c.req.raw.headers);
    c.set('person', operator ?? signedIn?.person ?? null);
    c.set('sessionId', signedIn?.sessionId ?? null);
    for (const cookie of signedIn?.cookies ?? []) c.header('Set-Cookie', cookie, { append: true });
    await next();
  };
}
