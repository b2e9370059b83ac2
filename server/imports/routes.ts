import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context, TypedResponse } from 'hono';
import { isRefusal, refuse, type Refusal } from '../../domain/refusals.ts';
import type { House } from '../house.ts';
import { answers, parkParam } from '../http/describe.ts';
import { dispositionOf } from '../http/disposition.ts';
import type { PersonParkEnv } from '../http/env.ts';
import { onlyFor } from '../http/only-for.ts';
import { Problem } from '../http/problem.ts';
import { examinationAnswer, importFileSchema, type ExaminationAnswer } from './answers.ts';
import { examinationProgress } from './examination-progress.ts';
import { addImport, contentOf, dropImport, findImport, listImports } from './imports.ts';
import { importQuestionSchema } from './question.ts';
import { receiveFile } from './receive-file.ts';

const importParam = parkParam.extend({ import: z.uuid() });
const file = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } as const;
const only = onlyFor('import-land');

const add = createRoute({
  method: 'post',
  path: '/imports',
  summary: 'Keep a survey file, to be examined and imported',
  ...only,
  request: {
    params: parkParam,
    query: z.object({ name: z.string().min(1).max(200).meta({ example: '地块.txt' }) }),
    body: { required: true, description: 'The file itself; its format is told by its content', content: file },
  },
  responses: answers(z.object({ import: importFileSchema }), 'The file with its checksum'),
});

const list = createRoute({
  method: 'get',
  path: '/imports',
  ...only,
  request: { params: parkParam },
  responses: answers(
    z.object({ imports: z.array(importFileSchema) }),
    'The survey files that are kept, the oldest first',
  ),
});

const download = createRoute({
  method: 'get',
  path: '/imports/{import}/file',
  ...only,
  request: { params: importParam },
  responses: { 200: { description: 'The file as it came', content: file } },
});

const drop = createRoute({
  method: 'delete',
  path: '/imports/{import}',
  ...only,
  request: { params: importParam },
  responses: answers(z.object({}), 'The file is gone; one that boundaries came from is kept'),
});

const body = { required: true, content: { 'application/json': { schema: importQuestionSchema } } };

const examine = createRoute({
  method: 'post',
  path: '/imports/{import}/examine',
  summary: 'What a survey file holds, where it may lie, what is wrong with it and what it would change',
  ...only,
  request: { params: importParam, body },
  responses: answers(examinationAnswer, 'What was found; nothing is stored'),
});

const drawnAnswer = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.object({ type: z.literal('Feature') }).loose()),
});

const draw = createRoute({
  method: 'post',
  path: '/imports/{import}/land',
  summary: 'The land of a placed survey file in degrees',
  ...only,
  request: { params: importParam, body },
  responses: answers(drawnAnswer, 'GeoJSON; features are numbered as in the examination'),
});

const progress = createRoute({
  method: 'get',
  path: '/imports/{import}/progress',
  ...only,
  request: { params: importParam },
  responses: answers(
    z.object({ progress: examinationProgress.nullable() }),
    'How far the examination of the file is; null when nothing runs',
  ),
});

/** Whether a request is one whose body is a survey file and no JSON. */
export function isSurveyUpload(method: string, path: string): boolean {
  return method === 'POST' && /^\/api\/parks\/[^/]+\/imports$/.test(path);
}

/** Whether a request asks what is to be made of a survey file: it may name every change and repair of a large one. */
export function isImportQuestion(path: string): boolean {
  return /^\/api\/parks\/[^/]+\/(imports\/[^/]+\/(examine|land)|commands\/import-land)$/.test(path);
}

/** JSON that was made in a worker. */
function madeJson<Told>(c: Context, made: Uint8Array<ArrayBuffer> | Refusal) {
  if (isRefusal(made)) throw new Problem(made);
  const answer = c.body(made, 200, { 'Content-Type': 'application/json' });
  return answer as unknown as TypedResponse<Told, 200, 'json'>;
}

export const importRoutes = ({ database: { queries }, imports, now }: House) => {
  return new OpenAPIHono<PersonParkEnv>()
    .openapi(add, async (c) => {
      const { by, memory } = c.var;
      const content = await receiveFile(c.req.raw.body, c.req.header('content-length'));
      if (isRefusal(content)) throw new Problem(content);
      const upload = { parkId: memory.parkId, name: c.req.valid('query').name, by: by.name, at: now() };
      const added = await addImport(queries, upload, content);
      if (isRefusal(added)) throw new Problem(added);
      return c.json({ import: added }, 200);
    })
    .openapi(list, async (c) => c.json({ imports: await listImports(queries, c.var.memory.parkId) }, 200))
    .openapi(download, async (c) => {
      const { import: id } = c.req.valid('param');
      const { parkId } = c.var.memory;
      const kept = await findImport(queries, parkId, id);
      const content = kept && (await contentOf(queries, parkId, id));
      if (!kept || !content) throw new Problem(refuse('import.unknown', 'import', { import: id }));
      c.header('Content-Type', 'application/octet-stream');
      c.header('Content-Security-Policy', "sandbox; default-src 'none'");
      c.header('Content-Disposition', dispositionOf('attachment', kept.name, kept.name));
      return c.body(content, 200);
    })
    .openapi(drop, async (c) => {
      const { memory } = c.var;
      const { import: id } = c.req.valid('param');
      const refused = await dropImport(queries, memory.parkId, id);
      if (refused) throw new Problem(refused);
      imports.forget(memory, id);
      return c.json({}, 200);
    })
    .openapi(examine, async (c) => {
      const { import: id } = c.req.valid('param');
      const found = await imports.examine(queries, c.var.memory, id, c.req.valid('json'), c.req.raw.signal);
      return madeJson<ExaminationAnswer>(c, found);
    })
    .openapi(draw, async (c) => {
      const { import: id } = c.req.valid('param');
      const drawn = await imports.draw(queries, c.var.memory, id, c.req.valid('json'), c.req.raw.signal);
      return madeJson<{ type: 'FeatureCollection'; features: { type: 'Feature' }[] }>(c, drawn);
    })
    .openapi(progress, (c) => {
      return c.json({ progress: imports.progressOf(c.var.memory, c.req.valid('param').import) }, 200);
    });
};
