import { isIP } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { HonoRequest } from 'hono';

/** What is asked of a request's context. */
interface Request {
  readonly req: Pick<HonoRequest, 'header'>;
  readonly env: unknown;
  readonly var: { readonly proxies: number };
}

/** Where a request comes from that came through no socket. */
export const withoutSocket = 'local';

/**
 * The address of whoever asks. Behind proxies (`TRUST_PROXY` says how many) it is what the outermost of them wrote
 * down; without, X-Forwarded-For is what anybody can claim and counts for nothing.
 */
export function addressOfRequest(c: Request): string {
  const peer = addressOfPeer(c);
  const { proxies } = c.var;
  if (proxies === 0) return peer;
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map(plainAddress);
  const told = forwarded.at(-proxies) ?? '';
  return isIP(told) === 0 ? peer : told;
}

/** Whether the request was made on this machine itself and by no proxy. */
export function isFromThisMachine(c: Request): boolean {
  const isPassedOn = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => c.req.header(name));
  return !isPassedOn && /^(127\.|::1$)/.test(addressOfPeer(c));
}

function addressOfPeer(c: Request): string {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  return plainAddress(incoming?.socket.remoteAddress ?? withoutSocket);
}

/** Without port, brackets and the prefix of an IPv4 address on an IPv6 socket. */
function plainAddress(text: string): string {
  const bare = text.trim().replace(/^\[(.+)\](:\d+)?$/, '$1');
  const withoutPrefix = bare.replace(/^::ffff:(?=\d+\.)/i, '');
  return withoutPrefix.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1').toLowerCase();
}
