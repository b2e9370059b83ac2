import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import type { House } from '../house.ts';
import { answers, parkParam } from '../http/describe.ts';
import { dispositionOf } from '../http/disposition.ts';
import type { PersonParkEnv } from '../http/env.ts';
import { onlyFor } from '../http/only-for.ts';
import { Problem } from '../http/problem.ts';
import type { ParkMemory } from '../park-memory.ts';
import { drawnLand, examinationAnswer, importFileSchema, tellExamination } from './answers.ts';
import { addImport, contentOf, dropImport, findImport, listImports } from './imports.ts';
import { importQuestionSchema, type ImportQuestion } from './question.ts';
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

const draw = createRoute({
  method: 'post',
  path: '/imports/{import}/land',
  summary: 'The land of a placed survey file in degrees',
  ...only,
  request: { params: importParam, body },
  responses: answers(
    z.object({
      type: z.literal('FeatureCollection'),
      features: z.array(z.object({ type: z.literal('Feature') }).loose()),
    }),
    'GeoJSON; features are numbered as in the examination',
  ),
});

/** Whether a request is one whose body is a survey file and no JSON. */
export function isSurveyUpload(method: string, path: string): boolean {
  return method === 'POST' && /^\/api\/parks\/[^/]+\/imports$/.test(path);
}

export const importRoutes = ({ database: { queries }, imports, now }: House) => {
  const examined = async (memory: ParkMemory, id: string, question: ImportQuestion) => {
    const answer = await imports.of(queries, memory, id, question);
    if (isRefusal(answer)) throw new Problem(answer);
    return answer;
  };
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
      const refused = await dropImport(queries, c.var.memory.parkId, c.req.valid('param').import);
      if (refused) throw new Problem(refused);
      return c.json({}, 200);
    })
    .openapi(examine, async (c) => {
      const question = c.req.valid('json');
      const { memory } = c.var;
      const found = await examined(memory, c.req.valid('param').import, question);
      return c.json(tellExamination(found, memory.facts, question), 200);
    })
    .openapi(draw, async (c) => {
      const { memory } = c.var;
      const { placed } = await examined(memory, c.req.valid('param').import, c.req.valid('json'));
      if (!placed) throw new Problem(refuse('import.not-placed', 'placing', { why: 'place.unknown-system' }));
      return c.json(drawnLand(placed, memory.facts), 200);
    });
};
