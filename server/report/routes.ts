import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import { reportSchema, type ReportDocument } from '../../domain/report/document.ts';
import type { House } from '../house.ts';
import { asOfOf, asOfQuery } from '../http/as-of.ts';
import { answers, parkParam } from '../http/describe.ts';
import type { ParkEnv } from '../http/env.ts';
import { Problem } from '../http/problem.ts';
import { composeDigest, composeReport } from './compose.ts';
import { attachmentOf } from './file-name.ts';
import { contentTypes, writeReport } from './write-report.ts';

const request = { params: parkParam, query: asOfQuery };

const report = createRoute({
  method: 'get',
  path: '/report',
  request,
  responses: answers(reportSchema, 'The yearly report as of a day: sentences, and every figure with its sources'),
});

const digest = createRoute({
  method: 'get',
  path: '/digest',
  request,
  responses: answers(reportSchema, 'The digest for the Monday meeting of the week a day lies in'),
});

const files = [
  { path: '/report.md', format: 'md', compose: composeReport, description: 'The yearly report as Markdown' },
  { path: '/report.docx', format: 'docx', compose: composeReport, description: 'The yearly report for Word' },
  {
    path: '/report.xlsx',
    format: 'xlsx',
    compose: composeReport,
    description: 'Account, parcels, figures; it re-adds',
  },
  { path: '/digest.md', format: 'md', compose: composeDigest, description: 'The weekly digest as Markdown' },
  { path: '/digest.docx', format: 'docx', compose: composeDigest, description: 'The weekly digest for Word' },
] as const;

export const reportRoutes = (house: House) =>
  new OpenAPIHono<ParkEnv>()
    .openapi(report, async (c) => {
      const { memory } = c.var;
      return c.json(told(await composeReport(house, memory, asOfOf(memory.facts, c.req.valid('query')))), 200);
    })
    .openapi(digest, async (c) => {
      const { memory } = c.var;
      return c.json(told(await composeDigest(house, memory, asOfOf(memory.facts, c.req.valid('query')))), 200);
    })
    .route('/', fileRoutes(house));

function fileRoutes(house: House) {
  const routes = new OpenAPIHono<ParkEnv>();
  for (const { path, format, compose, description } of files) {
    const content = { [contentTypes[format]]: { schema: { type: 'string', format: 'binary' } } } as const;
    const route = createRoute({ method: 'get', path, request, responses: { 200: { description, content } } });
    routes.openapi(route, async (c) => {
      const { memory } = c.var;
      const asOf = asOfOf(memory.facts, c.req.valid('query'));
      const composed = told(await compose(house, memory, asOf));
      return c.body(await writeReport(format, { facts: memory.facts, asOf, report: composed }), 200, {
        'Content-Type': contentTypes[format],
        'Content-Disposition': attachmentOf(composed, format),
      });
    });
  }
  return routes;
}

function told(composed: ReportDocument | Refusal): ReportDocument {
  if (isRefusal(composed)) throw new Problem(composed);
  return composed;
}
