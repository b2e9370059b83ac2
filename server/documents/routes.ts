import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { documentTypes } from '../../domain/document/kinds.ts';
import { documentSchema } from '../../domain/document/schema.ts';
import { refuse } from '../../domain/refusals.ts';
import type { House } from '../house.ts';
import { answers, parkParam } from '../http/describe.ts';
import type { PersonParkEnv } from '../http/env.ts';
import { dispositionOf } from '../http/disposition.ts';
import { onlyFor } from '../http/only-for.ts';
import { Problem } from '../http/problem.ts';

const bytes = { schema: { type: 'string', format: 'binary' } } as const;
const files = Object.fromEntries(documentTypes.map((type) => [type, bytes]));

const upload = createRoute({
  method: 'post',
  path: '/documents',
  summary: 'Keep a photo or paper, to be named by commands',
  ...onlyFor('add-document'),
  request: {
    params: parkParam,
    query: z.object({ name: z.string().max(1_000).default('').meta({ example: 'site.jpg' }) }),
    body: { required: true, description: 'The file itself; its kind is told by its content', content: files },
  },
  responses: answers(z.object({ document: documentSchema }), 'The document; the same file again is the same document'),
});

const read = createRoute({
  method: 'get',
  path: '/documents/{document}',
  ...onlyFor('read-documents'),
  request: { params: parkParam.extend({ document: z.uuid() }) },
  responses: {
    200: { description: 'The file', content: files },
    304: { description: 'The file has not changed' },
  },
});

/** Whether a request is the one whose body is a file and no JSON. */
export function isUpload(method: string, path: string): boolean {
  return method === 'POST' && /^\/api\/parks\/[^/]+\/documents$/.test(path);
}

export const documentRoutes = ({ documents }: House) =>
  new OpenAPIHono<PersonParkEnv>()
    .openapi(upload, async (c) => {
      const { by, memory } = c.var;
      const declared = c.req.header('content-length');
      const document = await documents.add({
        parkId: memory.parkId,
        personId: by.id,
        name: c.req.valid('query').name,
        body: c.req.raw.body,
        declaredBytes: declared !== undefined && /^\d{1,15}$/.test(declared) ? Number(declared) : null,
      });
      return c.json({ document }, 200);
    })
    .openapi(read, async (c) => {
      const { document: id } = c.req.valid('param');
      const found = await documents.find(c.var.memory.parkId, id);
      if (!found) throw new Problem(refuse('document.unknown', 'document', { document: id }));
      const { name, type, bytes: length } = found.document;
      const etag = `"${found.sha256}"`;
      c.header('ETag', etag);
      c.header('Cache-Control', 'private, no-cache');
      c.header('Content-Security-Policy', "sandbox; default-src 'none'");
      if (c.req.header('if-none-match') === etag) return c.body(null, 304);
      c.header('Content-Type', type);
      c.header('Content-Length', String(length));
      // Photos are shown, papers saved.
      const kind = type === 'application/pdf' ? 'attachment' : 'inline';
      c.header('Content-Disposition', dispositionOf(kind, name, name));
      // Nobody would read the body of a HEAD, and its file would stay open.
      if (c.req.method === 'HEAD') return c.body(null, 200);
      const body = await documents.bytesOf(found);
      if (!body) throw new Problem(refuse('document.lost', 'document', { document: id }));
      return c.body(body, 200);
    });
