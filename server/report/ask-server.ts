import { StartError } from '../start-error.ts';
import { UsageError } from '../usage-error.ts';
import type { ReportOrder } from './read-order.ts';
import type { WrittenReport } from './run-report.ts';

const patienceMilliseconds = 60_000;

/** Asks a running server for a report. Throws UsageError or StartError in one sentence. */
export async function askServer({ park, on, format, isWeekly }: ReportOrder, server: URL): Promise<WrittenReport> {
  const name = `${isWeekly ? 'digest' : 'report'}${format === 'json' ? '' : `.${format}`}`;
  const url = new URL(`/api/parks/${encodeURIComponent(park)}/${name}`, server);
  if (on !== null) url.searchParams.set('on', on);
  const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMilliseconds) }).catch((error: Error) => {
    const cause = error.cause instanceof Error ? error.cause.message : error.message;
    throw new StartError(`${server.origin} cannot be reached (${cause || error.name}).`);
  });
  if (!answer.ok) throw refusalOf(answer.status, await answer.text(), server);
  const content = new Uint8Array(await answer.arrayBuffer());
  return { content, fileName: nameIn(answer.headers.get('content-disposition')) ?? `${park}-${name}` };
}

function refusalOf(status: number, body: string, server: URL): Error {
  const code = /"code":"([\w.-]+)"/.exec(body)?.[1];
  if (status >= 500 || code === undefined) return new StartError(`${server.origin} answered ${status} and no report.`);
  return new UsageError(`${server.origin} refused: ${code}.`);
}

function nameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return encoded === undefined ? null : decodeURIComponent(encoded).replace(/[\\/]/g, '_');
}
