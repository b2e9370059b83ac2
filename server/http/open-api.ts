import type { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpEnv } from './env.ts';
import { problemSchema } from './problem.ts';

const info = {
  title: '园图 (Yuantu)',
  version: '1',
  description: 'The land map and land account of an industrial park',
};

/** The description of every address; any of them may answer with a problem. */
export function openApiDocument(routes: OpenAPIHono<HttpEnv>): object {
  routes.openAPIRegistry.register('Problem', problemSchema);
  const document = routes.getOpenAPI31Document({ openapi: '3.1.0', info });
  const schema = { $ref: '#/components/schemas/Problem' };
  const problem = { description: 'A refusal', content: { 'application/problem+json': { schema } } };
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of [path.get, path.post]) {
      if (operation) operation.responses = { ...operation.responses, default: problem };
    }
  }
  return document;
}
