import type { MiddlewareHandler } from 'hono';
import { Problem } from './problem.ts';

const longestUrl = 8_192;

/** Refuses addresses that are not well encoded or hide a NUL: no query behind this has to think of them. */
export const wellFormedUrl: MiddlewareHandler = async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  const address = pathname + search;
  if (address.length > longestUrl || !isWellEncoded(address)) throw new Problem({ status: 400, code: 'http.bad-url' });
  await next();
};

function isWellEncoded(address: string): boolean {
  try {
    return !decodeURIComponent(address).includes('\0');
  } catch {
    return false;
  }
}
