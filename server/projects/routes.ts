import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { claimSchema, projectSchema, projectStageSchema } from '../../domain/project/schema.ts';
import { asOfOf, asOfQuery } from '../http/as-of.ts';
import { answers, parkParam, seqField, squareMetresField } from '../http/describe.ts';
import type { ParkEnv } from '../http/env.ts';
import { listProjects } from './queries.ts';

export const projectsAnswer = z.object({
  seq: seqField,
  projects: z.array(
    projectSchema.extend({
      stage: projectStageSchema.nullable(),
      claims: z.array(claimSchema).meta({ description: 'Claims live on the day asked for' }),
      heldSquareMetres: squareMetresField,
    }),
  ),
});

const list = createRoute({
  method: 'get',
  path: '/',
  request: { params: parkParam, query: asOfQuery },
  responses: answers(projectsAnswer, 'The projects with their stage and land on a day'),
});

export const projectRoutes = () =>
  new OpenAPIHono<ParkEnv>().openapi(list, (c) => {
    const { facts } = c.var.memory;
    return c.json({ seq: facts.seq, projects: listProjects(facts, asOfOf(facts, c.req.valid('query'))) }, 200);
  });
