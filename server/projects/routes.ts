import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import { asOfOf, asOfQuery } from '../http/as-of.ts';
import { answers, parkParam } from '../http/describe.ts';
import type { ParkEnv } from '../http/env.ts';
import { idleLandAnswer, pipelineAnswer, projectsAnswer } from './answers.ts';
import { idleLandOf, listProjects, pipelineOf } from './queries.ts';

const read = <Path extends string, Answer extends z.ZodType>(path: Path, answer: Answer, description: string) =>
  createRoute({
    method: 'get',
    path,
    request: { params: parkParam, query: asOfQuery },
    responses: answers(answer, description),
  });

const list = read('/projects', projectsAnswer, 'The projects with their stage and land on a day');
const stages = read('/pipeline', pipelineAnswer, 'The projects by stage, industry cluster and officer on a day');
const idle = read('/idle-land', idleLandAnswer, 'Idle-land clocks of the contracts live on a day');

export const projectRoutes = () =>
  new OpenAPIHono<ParkEnv>()
    .openapi(list, (c) => {
      const { facts } = c.var.memory;
      return c.json({ seq: facts.seq, projects: listProjects(facts, asOfOf(facts, c.req.valid('query'))) }, 200);
    })
    .openapi(stages, (c) => {
      const { facts } = c.var.memory;
      return c.json(pipelineOf(facts, asOfOf(facts, c.req.valid('query'))), 200);
    })
    .openapi(idle, (c) => {
      const { facts } = c.var.memory;
      return c.json(idleLandOf(facts, asOfOf(facts, c.req.valid('query'))), 200);
    });
