import type { InferRequestType } from 'hono/client';
import type { Day } from '../../domain/day.ts';
import type { RefusalDetail } from '../../domain/refusals.ts';
import { answered, api } from '../api.ts';
import { Problem } from '../problem.ts';

const address = api.parks[':park'].export;
type Asked = InferRequestType<typeof address.$get>['query'];
export type ExportFormat = Asked['format'];
export type ExportEncoding = NonNullable<Asked['encoding']>;

export interface ExportOrder {
  park: string;
  /** Null for all parcels, or those of the phase. */
  codes: readonly string[] | null;
  phase: string | null;
  format: ExportFormat;
  /** Null where the format has but one. */
  encoding: ExportEncoding | null;
  on: Day | undefined;
  language: 'zh' | 'en';
  signal: AbortSignal;
}

/** What the format could not hold. */
export interface ExportNote {
  readonly code: string;
  readonly detail: RefusalDetail;
}

export interface ExportedFile {
  readonly name: string;
  readonly bytes: Blob;
  readonly notes: readonly ExportNote[];
}

/** What an address may hold beside everything else a request says of itself: servers take 16 kB in all. */
const longestCodes = 12_000;

/** The file of some land. Throws a Problem, or the reason of the signal. */
export async function readExport(order: ExportOrder): Promise<ExportedFile> {
  const { park, codes: chosen, phase, format, encoding, on, language: lang, signal } = order;
  const codes = chosen?.join(',');
  if (codes !== undefined && encodeURIComponent(codes).length > longestCodes) throw new Problem('export.too-many', 414);
  const query = { format, lang, on, codes, phase: phase ?? undefined, encoding: encoding ?? undefined };
  const response = await answered(address.$get({ param: { park }, query }, { init: { signal } }));
  const bytes = await response.blob().catch((cause: unknown) => {
    throw signal.aborted ? cause : new Problem('http.unreachable', 0);
  });
  const name = fileNameOf(response.headers.get('content-disposition') ?? '') ?? `${park}.${format}`;
  return { name, bytes, notes: notesOf(response.headers.get('x-yuantu-notes')) };
}

/** The full name of RFC 5987 in a Content-Disposition; null when there is none. */
export function fileNameOf(disposition: string): string | null {
  const written = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return written === undefined ? null : decodeURIComponent(written);
}

/** The notes of a header; the server writes them as JSON. */
export function notesOf(header: string | null): ExportNote[] {
  return header === null ? [] : (JSON.parse(header) as ExportNote[]);
}
