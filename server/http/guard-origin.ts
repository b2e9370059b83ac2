import type { MiddlewareHandler } from 'hono';
import type { House } from '../house.ts';
import { sessionCookieMark } from '../people/auth.ts';
import { Problem } from './problem.ts';

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

type Public = Pick<House, 'publicUrl'>;

/** On a loopback server only loopback names are served, so that no foreign name can be made to point here. */
export function loopbackOnly({ publicUrl }: Public): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    const isOurs = loopbackHost.test(host) || host.toLowerCase() === publicUrl?.host;
    if (!isOurs) throw new Problem({ status: 403, code: 'http.foreign-host' });
    await next();
  };
}

/**
 * A page of another origin may not write here. What carries a session has to show that it comes from our own page;
 * programs without one send neither header and are let through.
 */
export function sameOriginWrites({ publicUrl }: Public): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const site = c.req.header('sec-fetch-site');
      const origin = c.req.header('origin');
      const host = c.req.header('host') ?? new URL(c.req.url).host;
      const isForeignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
      const isForeignOrigin = origin !== undefined && origin !== publicUrl?.origin && !isOriginOf(origin, host);
      const isShown = origin !== undefined || site === 'same-origin';
      const hasSession = c.req.header('cookie')?.includes(sessionCookieMark) ?? false;
      if (isForeignSite || isForeignOrigin || (hasSession && !isShown)) {
        throw new Problem({ status: 403, code: 'http.foreign-origin' });
      }
    }
    await next();
  };
}

function isOriginOf(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
