import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import type { HttpEnv } from './env.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

type Encoding = 'br' | 'gzip' | 'identity';
type Bytes = Uint8Array<ArrayBuffer>;

const encoders: Readonly<Record<Encoding, (bytes: Bytes) => Promise<Bytes>>> = {
  br: async (bytes) =>
    new Uint8Array(await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })),
  gzip: async (bytes) => new Uint8Array(await promisify(gzip)(bytes)),
  identity: (bytes) => Promise.resolve(bytes),
};

/** Serves the built page: only files that were there at the start, each compressed once, index.html for the rest. */
export function servePage(folder: string): MiddlewareHandler<HttpEnv> {
  const files = new Map(filesIn(folder).map((path) => [`/${relative(folder, path).split(sep).join('/')}`, path]));
  const made = new Map<string, Promise<{ bytes: Bytes; etag: string }>>();
  const make = async (path: string, encoding: Encoding) => {
    const bytes = await encoders[encoding](new Uint8Array(await readFile(path)));
    return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"` };
  };
  return async (c, next) => {
    const { path, method } = c.req;
    if ((method !== 'GET' && method !== 'HEAD') || path === '/api' || path.startsWith('/api/')) return next();
    const isAsset = path.startsWith('/assets/');
    const name = files.has(path) ? path : isAsset ? null : '/index.html';
    const file = name === null ? undefined : files.get(name);
    if (name === null || file === undefined) return next();
    const type = types[extname(name)] ?? 'application/octet-stream';
    const encoding = /^(text|image\/svg|application\/(json|manifest|wasm))/.test(type)
      ? encodingFor(c.req.header('accept-encoding'))
      : 'identity';
    const key = `${encoding} ${file}`;
    const making = made.get(key) ?? make(file, encoding);
    made.set(key, making);
    const { bytes, etag } = await making;
    c.header('Vary', 'Accept-Encoding');
    c.header('ETag', etag);
    c.header('Cache-Control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (c.req.header('if-none-match') === etag) return c.body(null, 304);
    if (encoding !== 'identity') c.header('Content-Encoding', encoding);
    return c.body(bytes, 200, { 'Content-Type': type });
  };
}

function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity';
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
