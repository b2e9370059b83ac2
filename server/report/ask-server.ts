import { askServer, Refused } from '../operator/ask-server.ts';
import type { OperatorFile } from '../operator/operator-file.ts';
import { UsageError } from '../usage-error.ts';
import type { ReportOrder } from './read-order.ts';
import type { WrittenReport } from './run-report.ts';

/** Asks a running server for a report. Throws UsageError or StartError in one sentence. */
export async function askForReport(
  { park, on, format, isWeekly }: ReportOrder,
  server: URL | OperatorFile,
): Promise<WrittenReport> {
  const name = `${isWeekly ? 'digest' : 'report'}${format === 'json' ? '' : `.${format}`}`;
  const query = on === null ? '' : `?on=${encodeURIComponent(on)}`;
  const path = `/api/parks/${encodeURIComponent(park)}/${name}${query}`;
  const answer = await askServer(server instanceof URL ? { url: server } : server, path).catch((error: unknown) => {
    throw error instanceof Refused ? new UsageError(error.message) : error;
  });
  const content = new Uint8Array(await answer.arrayBuffer());
  return { content, fileName: nameIn(answer.headers.get('content-disposition')) ?? `${park}-${name}` };
}

function nameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return encoded === undefined ? null : decodeURIComponent(encoded).replace(/[\\/]/g, '_');
}
