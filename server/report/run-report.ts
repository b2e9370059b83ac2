import { writeFileSync } from 'node:fs';
import { asc } from 'drizzle-orm';
import { knownUntil } from '../../domain/park/facts.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { park } from '../database/schema.ts';
import { ParkMemories } from '../park-memories.ts';
import { findServer } from '../operator/find-server.ts';
import type { Settings } from '../settings.ts';
import { StartError } from '../start-error.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { UsageError } from '../usage-error.ts';
import { askForReport } from './ask-server.ts';
import { composeDigest, composeReport } from './compose.ts';
import { fileNameOf } from './file-name.ts';
import { openSources } from './open-sources.ts';
import { readOrder, type ReportOrder } from './read-order.ts';
import { writeReport } from './write-report.ts';

export interface WrittenReport {
  readonly content: Uint8Array;
  readonly fileName: string;
}

export function runReportWords(words: readonly string[], settings: Settings, terminal: Terminal): Promise<void> {
  return runReport(readOrder(words), settings, terminal);
}

/** Writes a report to the terminal or a file. Throws UsageError or StartError in one sentence. */
export async function runReport(order: ReportOrder, settings: Settings, terminal: Terminal): Promise<void> {
  const server = order.url ?? (await findServer(settings));
  const { content, fileName } = await (server === null
    ? fromDatabase(order, settings, terminal)
    : askForReport(order, server));
  const isText = order.format === 'md' || order.format === 'json';
  if (order.out === null && isText) return terminal.print(content);
  const file = order.out ?? fileName;
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new StartError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  }
  terminal.say(`→ ${file}`);
}

async function fromDatabase(order: ReportOrder, settings: Settings, { say }: Terminal): Promise<WrittenReport> {
  const database = await openSources(settings, say);
  try {
    const memories = new ParkMemories(database);
    const memory = await memories.of(order.park);
    if (!memory) {
      const codes = await database.queries.select({ code: park.code }).from(park).orderBy(asc(park.code));
      throw new UsageError(`There is no park ${order.park}; there is ${codes.map(({ code }) => code).join(', ')}.`);
    }
    const knownOn = knownUntil(memory.facts);
    const asOf = { on: order.on ?? knownOn, knownOn };
    const report = await (order.isWeekly ? composeDigest : composeReport)({ database, memories }, memory, asOf);
    if (isRefusal(report))
      throw new UsageError(`The park began on ${report.detail['beganOn']}; ${asOf.on} is before it.`);
    const content = await writeReport(order.format, { facts: memory.facts, asOf, report });
    return { content, fileName: fileNameOf(report, order.format) };
  } finally {
    await database.close();
  }
}
