import type { RequestListener, Server } from 'node:http';
import type { Settings } from './settings.ts';
import { StartError } from './start-error.ts';

const sentences: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program; choose another with PORT',
  EACCES: 'may not be used by this user; choose another with PORT',
  EADDRNOTAVAIL: 'is not an address of this machine; check HOST',
  ENOTFOUND: 'is not an address of this machine; check HOST',
  EAI_AGAIN: 'is not an address of this machine; check HOST',
};

/** Listens, or throws a StartError that says why not. */
export function listen(server: Server, { port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = sentences[error.code ?? ''] ?? `cannot be opened (${error.message})`;
      reject(new StartError(`The address ${host} port ${port} ${why}.`));
    });
    server.listen(port, host, () => resolve());
  });
}

/** Stops taking requests and waits for those under way; connections that hang on are cut. */
export function closeServer(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 1_000).unref();
  });
}

/** What is answered before the database is open. */
export const stillOpening: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Content-Type': 'application/problem+json', 'Retry-After': '1' });
  const problem = { type: 'about:blank', title: 'Service Unavailable', status: 503, code: 'http.unavailable' };
  response.end(JSON.stringify({ ...problem, field: null, detail: {}, requestId: '' }));
};

export function addressOf({ host, port }: Settings): string {
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const name = isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
