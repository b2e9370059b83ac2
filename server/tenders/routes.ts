import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { daySchema } from '../../domain/day-schema.ts';
import { milestoneSchema } from '../../domain/park/schema.ts';
import { paymentSchema } from '../../domain/tender/schema.ts';
import { asOfOf, asOfQuery } from '../http/as-of.ts';
import { answers, parkParam } from '../http/describe.ts';
import type { ParkEnv } from '../http/env.ts';
import { fundsAnswer, sectionsAnswer, targetsAnswer } from './answers.ts';
import { fundsOf, sectionsOf, targetsOf } from './queries.ts';

const ofYear = asOfQuery.extend({ year: z.coerce.number().int().min(1900).max(2199).optional() });
const untilDay = z.object({ until: daySchema.optional() });
const paymentsAnswer = z.object({ payments: z.array(paymentSchema) });
const milestonesAnswer = z.object({ milestones: z.array(milestoneSchema) });

const read = <Path extends string, Query extends z.ZodObject, Answer extends z.ZodType>(
  path: Path,
  query: Query,
  answer: Answer,
  description: string,
) =>
  createRoute({ method: 'get', path, request: { params: parkParam, query }, responses: answers(answer, description) });

const sections = read('/sections', asOfQuery, sectionsAnswer, 'Tenders, earthwork and payments of the sections');
const payments = read('/payments', untilDay, paymentsAnswer, 'Payments up to a day');
const milestones = read('/milestones', z.object({}), milestonesAnswer, 'Milestones');
const targets = read('/targets', ofYear, targetsAnswer, 'Yearly targets and what is there on a day');
const funds = read('/funds', ofYear, fundsAnswer, 'Yearly funds and what was received up to a day');

export const tenderRoutes = () =>
  new OpenAPIHono<ParkEnv>()
    .openapi(sections, (c) => {
      const { facts } = c.var.memory;
      return c.json(sectionsOf(facts, asOfOf(facts, c.req.valid('query'))), 200);
    })
    .openapi(payments, (c) => {
      const { until } = c.req.valid('query');
      const all = c.var.memory.facts.payments;
      return c.json({ payments: all.filter(({ on }) => until === undefined || on <= until) }, 200);
    })
    .openapi(milestones, (c) => c.json({ milestones: [...c.var.memory.facts.milestones] }, 200))
    .openapi(targets, (c) => {
      const { facts } = c.var.memory;
      const { year, ...days } = c.req.valid('query');
      return c.json(targetsOf(facts, year, asOfOf(facts, days)), 200);
    })
    .openapi(funds, (c) => {
      const { facts } = c.var.memory;
      const { year, ...days } = c.req.valid('query');
      return c.json(fundsOf(facts, year, asOfOf(facts, days)), 200);
    });
