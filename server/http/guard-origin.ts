import type { MiddlewareHandler } from 'hono';
import { Problem } from './problem.ts';

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** On a loopback server only loopback names are served, so that no foreign name can be made to point here. */
export const loopbackOnly: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (!loopbackHost.test(host)) throw new Problem({ status: 403, code: 'http.foreign-host' });
  await next();
};

/** A page of another origin may not write here. Programs send neither header and are let through. */
export const sameOriginWrites: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    const isForeignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (isForeignSite || (origin !== undefined && !isOriginOf(origin, host))) {
      throw new Problem({ status: 403, code: 'http.foreign-origin' });
    }
  }
  await next();
};

function isOriginOf(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
