import { STATUS_CODES, type RequestListener, type Server } from 'node:http';
import type { Server as SecureServer } from 'node:https';
import type { Duplex } from 'node:stream';
import type { HttpCode } from './http/problem.ts';
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
export function listen(server: Server | SecureServer, { port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = sentences[error.code ?? ''] ?? `cannot be opened (${error.message})`;
      reject(new StartError(`The address ${host} port ${port} ${why}.`));
    });
    server.listen(port, host, () => resolve());
  });
}

/** Stops taking requests and waits for those under way; connections that hang on are cut. */
export function closeServer(server: Server | SecureServer): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 1_000).unref();
  });
}

/** Answers what is not even HTTP as a problem too. */
export function answerGarbage(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = problemText(status, status === 431 ? 'http.too-large' : 'http.bad-url');
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'Content-Type: application/problem+json'];
  socket.end([...head, `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close', '', body].join('\r\n'));
}

/** What is answered before the database is open; a page comes back by itself. */
export const stillOpening: RequestListener = ({ headers }, response) => {
  const isPage = headers.accept?.includes('text/html') ?? false;
  response.writeHead(503, {
    'Content-Type': isPage ? 'text/html; charset=utf-8' : 'application/problem+json',
    'Content-Security-Policy': "default-src 'none'",
    'Cache-Control': 'no-store',
    'Retry-After': '1',
  });
  response.end(isPage ? openingPage : problemText(503, 'http.unavailable'));
};

const openingPage = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>园图</title></head>
<body><p>园图正在启动，页面会自己打开。</p><p lang="en">Yuantu is starting; this page opens by itself.</p></body>
</html>
`;

function problemText(status: number, code: HttpCode): string {
  const title = STATUS_CODES[status] ?? '';
  return JSON.stringify({ type: 'about:blank', title, status, code, field: null, detail: {}, requestId: '' });
}

/** Where the page is opened. */
export function addressOf({ host, port, certificate, publicUrl }: Settings): string {
  if (publicUrl !== null) return publicUrl.origin;
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const name = isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `${certificate === null ? 'http' : 'https'}://${name}:${port}`;
}
