import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { daySchema } from '../../domain/day-schema.ts';
import { fundSchema, milestoneSchema, targetSchema } from '../../domain/park/schema.ts';
import { paymentSchema, sectionSchema } from '../../domain/tender/schema.ts';
import { answers, parkParam } from '../http/describe.ts';
import type { ParkEnv } from '../http/env.ts';

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

export const tenderRoutes = () =>
  new OpenAPIHono<ParkEnv>()
    .openapi(sections, (c) => c.json({ sections: [...c.var.memory.facts.sections] }, 200))
    .openapi(payments, (c) => {
      const { until } = c.req.valid('query');
      const all = c.var.memory.facts.payments;
      return c.json({ payments: all.filter(({ on }) => until === undefined || on <= until) }, 200);
    })
    .openapi(milestones, (c) => c.json({ milestones: [...c.var.memory.facts.milestones] }, 200))
    .openapi(targets, (c) => c.json({ targets: ofAskedYear(c.var.memory.facts.targets, c.req.valid('query')) }, 200))
    .openapi(funds, (c) => c.json({ funds: ofAskedYear(c.var.memory.facts.funds, c.req.valid('query')) }, 200));

function ofAskedYear<Row extends { readonly year: number }>(
  rows: readonly Row[],
  { year }: { year?: number | undefined },
): Row[] {
  return rows.filter((row) => year === undefined || row.year === year);
}
