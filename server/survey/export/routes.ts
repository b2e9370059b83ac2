import { createHash } from 'node:crypto';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { isRefusal } from '../../../domain/refusals.ts';
import type { House } from '../../house.ts';
import { asOfOf, asOfQuery } from '../../http/as-of.ts';
import { parkParam } from '../../http/describe.ts';
import { dispositionOf } from '../../http/disposition.ts';
import type { ParkEnv } from '../../http/env.ts';
import { hasTag } from '../../http/has-tag.ts';
import { Problem } from '../../http/problem.ts';
import { exportColumns } from './columns.ts';
import { exportFormatNames, exportFormats } from './export-formats.ts';
import { exportLand, type ExportedFile } from './export-land.ts';
import { codesIn, exportEncodings, exportLanguages } from './export-order.ts';
import { notesHeader, writeNotes } from './notes-header.ts';

const columns = Object.entries(exportColumns).map(([column, [zh, en]]) => `${column} ${zh} / ${en}`);
const types = [...new Set(Object.values(exportFormats).map(({ type }) => type))];
const binary = { schema: z.string().meta({ format: 'binary' }) };

const route = createRoute({
  method: 'get',
  path: '/export',
  request: {
    params: parkParam,
    query: asOfQuery.extend({
      format: z.enum(exportFormatNames).meta({ description: 'A shapefile is a zip' }),
      encoding: z
        .enum(exportEncodings)
        .optional()
        .meta({ description: 'Of txt, shapefile, dxf and csv, by default GBK; the others are always UTF-8' }),
      codes: z.string().optional().meta({ description: 'Codes of parcels with commas between', example: 'A-01,A-02' }),
      phase: z.string().min(1).max(40).optional().meta({ description: 'Code of a phase, instead of codes' }),
      lang: z.enum(exportLanguages).default('zh').meta({ description: 'Of the words in the file' }),
    }),
  },
  responses: {
    200: {
      description: `The parcels of the plan in force on a day as a file. KML and GeoJSON in degrees of CGCS2000, txt in metres with the zone before the eastings, the others in metres of the park's grid. DKBH is the code; ${columns.join('; ')}`,
      headers: {
        [notesHeader]: {
          description: 'What the format could not hold, as JSON: a list of codes with their values',
          schema: { type: 'string' },
        },
      },
      content: Object.fromEntries(types.map((type) => [type, binary])),
    },
    304: { description: 'The file has not changed' },
  },
});

export const exportRoutes = ({ database, closing }: House) =>
  new OpenAPIHono<ParkEnv>().openapi(route, async (c) => {
    const { memory } = c.var;
    const { format, encoding = null, codes, phase = null, lang, ...days } = c.req.valid('query');
    const order = { format, encoding, codes: codesIn(codes), phase, language: lang };
    const asOf = asOfOf(memory.facts, days);
    const signal = AbortSignal.any([c.req.raw.signal, closing]);
    const written = await exportLand(database.queries, memory, asOf, order, { signal }).catch((error: unknown) => {
      // Nobody waits for the answer: 499 as in other logs.
      throw signal.aborted ? new Problem({ status: closing.aborted ? 503 : 499, code: 'http.unavailable' }) : error;
    });
    if (isRefusal(written)) throw new Problem(written);
    const etag = tagOf(written);
    const headers = {
      ETag: etag,
      'Cache-Control': 'no-cache',
      'Content-Disposition': dispositionOf('attachment', written.fileName, written.plainName),
      ...(written.notes.length > 0 ? { [notesHeader]: writeNotes(written.notes) } : {}),
    };
    if (hasTag(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
    return c.body(written.bytes, 200, { ...headers, 'Content-Type': written.type });
  });

function tagOf({ bytes }: ExportedFile): string {
  return `"${createHash('sha256').update(bytes).digest('base64url')}"`;
}
