import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { daySchema } from '../../domain/day-schema.ts';
import { fundSchema, milestoneSchema, targetSchema } from '../../domain/park/schema.ts';
import { paymentSchema, sectionSchema } from '../../domain/tender/schema.ts';
import type { House } from '../house.ts';
import { answers, parkParam } from '../http/describe.ts';
import type { ParkEnv } from '../http/env.ts';
import { listFunds, listMilestones, listPayments, listSections, listTargets } from './queries.ts';

const ofYear = z.object({ year: z.coerce.number().int().min(1900).max(2199).optional() });
const untilDay = z.object({ until: daySchema.optional() });

const read = <Path extends string, Query extends z.ZodObject, Answer extends z.ZodType>(
  path: Path,
  query: Query,
  answer: Answer,
  description: string,
) =>
  createRoute({ method: 'get', path, request: { params: parkParam, query }, responses: answers(answer, description) });

const nothing = z.object({});
const sections = read('/sections', nothing, z.object({ sections: z.array(sectionSchema) }), 'Tenders and earthwork');
const payments = read('/payments', untilDay, z.object({ payments: z.array(paymentSchema) }), 'Payments up to a day');
const milestones = read('/milestones', nothing, z.object({ milestones: z.array(milestoneSchema) }), 'Milestones');
const targets = read('/targets', ofYear, z.object({ targets: z.array(targetSchema) }), 'Yearly targets');
const funds = read('/funds', ofYear, z.object({ funds: z.array(fundSchema) }), 'Yearly funds');

export const tenderRoutes = ({ database: { queries } }: House) =>
  new OpenAPIHono<ParkEnv>()
    .openapi(sections, async (c) => c.json({ sections: await listSections(queries, c.var.memory.parkId) }, 200))
    .openapi(payments, async (c) => {
      const { until = null } = c.req.valid('query');
      return c.json({ payments: await listPayments(queries, c.var.memory.parkId, until) }, 200);
    })
    .openapi(milestones, async (c) => c.json({ milestones: await listMilestones(queries, c.var.memory.parkId) }, 200))
    .openapi(targets, async (c) => {
      const { year = null } = c.req.valid('query');
      return c.json({ targets: await listTargets(queries, c.var.memory.parkId, year) }, 200);
    })
    .openapi(funds, async (c) => {
      const { year = null } = c.req.valid('query');
      return c.json({ funds: await listFunds(queries, c.var.memory.parkId, year) }, 200);
    });
