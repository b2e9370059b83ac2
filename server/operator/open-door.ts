import { createServer, type RequestListener, type Server } from 'node:http';
import type { Server as SecureServer } from 'node:https';
import type { House } from '../house.ts';
import type { Settings } from '../settings.ts';
import { writeOperatorFile } from './operator-file.ts';

/**
 * Tells the terminal of this machine how to get in: through the port of the server where that speaks plain HTTP on
 * loopback, else through a port of its own there. Returns how to close the door.
 */
export async function openDoor(
  server: Server | SecureServer,
  answer: RequestListener,
  settings: Settings,
  { operatorToken: token, log }: Pick<House, 'operatorToken' | 'log'>,
): Promise<() => void> {
  if (token === null) return () => undefined;
  const isEverywhere = settings.host === '0.0.0.0' || settings.host === '::';
  const isOpen = settings.certificate === null && (settings.isLoopback || isEverywhere);
  const own = isOpen ? null : await listenHere(answer);
  const url = originOf(own ?? server, isEverywhere);
  let takeAway = () => {};
  try {
    takeAway = writeOperatorFile(settings.dataFolder, { url, token });
  } catch (error) {
    log.warn({ err: error }, 'the terminal of this machine is not told how to reach this server');
  }
  return () => {
    takeAway();
    own?.close();
    own?.closeAllConnections();
  };
}

function listenHere(answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

function originOf(server: Server | SecureServer, isEverywhere: boolean): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const host = isEverywhere ? '127.0.0.1' : address.address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}
