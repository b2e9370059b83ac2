import { rateLimiter } from 'hono-rate-limiter';
import { isIPv6 } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import { addressOfRequest, withoutSocket } from './client-address.ts';
import type { HttpEnv } from './env.ts';
import { Problem } from './problem.ts';

interface Limit {
  readonly requests: number;
  readonly seconds: number;
}

/**
 * A whole office may share one address and a page asks about forty times when it opens and twice at every change; the
 * queue of a phone that was away for a day has to pass at once. What runs in a loop for nothing does not.
 */
export const limits = {
  everything: { requests: 12_000, seconds: 60 },
  commands: { requests: 3_000, seconds: 300 },
  reportFiles: { requests: 240, seconds: 60 },
  landFiles: { requests: 60, seconds: 60 },
  uploads: { requests: 300, seconds: 3_600 },
  backups: { requests: 10, seconds: 3_600 },
} as const satisfies Record<string, Limit>;

/** Lets so many requests through for each person, or each address where nobody is signed in; then 429. */
export function limitRate({ requests, seconds }: Limit): MiddlewareHandler<HttpEnv> {
  return rateLimiter<HttpEnv>({
    windowMs: seconds * 1000,
    limit: requests,
    standardHeaders: false,
    requestPropertyName,
    // What comes from inside this process comes from nobody who could be told to wait; open feeds are limited apart.
    skip: (c) => addressOfRequest(c) === withoutSocket || /\/(events|presence)$/.test(c.req.path),
    keyGenerator: (c) => c.var.person?.id ?? networkOf(addressOfRequest(c)),
    handler: (c) => {
      const waitSeconds = Math.max(1, Math.ceil((resetTimeOf(c) - Date.now()) / 1000));
      throw new Problem({ status: 429, code: 'http.too-many-requests', detail: { waitSeconds } });
    },
  });
}

const requestPropertyName = 'rate';

function resetTimeOf(c: Context): number {
  const { resetTime } = c.get(requestPropertyName) as { resetTime?: Date };
  return resetTime?.getTime() ?? Date.now();
}

/** One household or office has a whole /64 of IPv6 addresses. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const behind = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: 8 - groups.length - behind.length }, () => '0');
  return [...groups, ...zeros, ...behind].slice(0, 4).join(':');
}
