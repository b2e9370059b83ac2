import { asc } from 'drizzle-orm';
import { z } from 'zod';
import { refuseBeforePark } from '../../../domain/park/began-on.ts';
import { knownUntil } from '../../../domain/park/facts.ts';
import { isRefusal, type RefusalDetail } from '../../../domain/refusals.ts';
import { tell } from '../../../domain/survey/words/tell.ts';
import { park as parkTable } from '../../database/schema.ts';
import { askServer, Refused } from '../../operator/ask-server.ts';
import { findServer } from '../../operator/find-server.ts';
import type { OperatorFile } from '../../operator/operator-file.ts';
import { ParkMemories } from '../../park-memories.ts';
import { openSources } from '../../report/open-sources.ts';
import type { Settings } from '../../settings.ts';
import { choosePark } from '../../terminal/choose-park.ts';
import { refuseExisting, saveBytes } from '../../terminal/save-bytes.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { UsageError } from '../../usage-error.ts';
import { exportLand, type ExportedFile } from './export-land.ts';
import { notesHeader, readNotes } from './notes-header.ts';
import { readOrder, type TerminalOrder } from './read-order.ts';

const patienceMilliseconds = 180_000;

type Exported = Pick<ExportedFile, 'bytes' | 'notes'>;

/** `export FILE`: the land of a park in a file, from the running server or the database. Throws UsageError or StartError. */
export async function runExport(words: readonly string[], settings: Settings, { say }: Terminal): Promise<void> {
  const order = readOrder(words);
  const { file, isForced, language } = order;
  if (!isForced) refuseExisting(file);
  const server = await findServer(settings);
  const { bytes, notes } = await (server === null ? fromDatabase(order, settings, say) : fromServer(order, server));
  await saveBytes(file, bytes, isForced);
  for (const { code, detail } of notes) say(tell(code, detail, language));
  say(`→ ${file}`);
}

async function fromDatabase(order: TerminalOrder, settings: Settings, say: Terminal['say']): Promise<Exported> {
  const database = await openSources(settings, say);
  try {
    const { queries } = database;
    const parks = await queries.select({ code: parkTable.code }).from(parkTable).orderBy(asc(parkTable.code));
    const memory = await new ParkMemories(database).of(choosePark(codesOf(parks), order.park));
    if (!memory) throw new Error('a park that is listed cannot be read');
    const knownOn = knownUntil(memory.facts);
    const on = order.on ?? knownOn;
    const exported =
      refuseBeforePark(memory.facts, on, 'on') ?? (await exportLand(queries, memory, { on, knownOn }, order));
    if (isRefusal(exported)) throw new UsageError(sentenceOf(exported.refusal, exported.detail));
    return exported;
  } finally {
    await database.close();
  }
}

const parksAnswer = z.object({ parks: z.array(z.object({ code: z.string() })) });

async function fromServer(order: TerminalOrder, server: OperatorFile): Promise<Exported> {
  const ask = (path: string) =>
    askServer(server, `/api/parks${path}`, { patience: patienceMilliseconds }).catch((error: unknown) => {
      throw error instanceof Refused ? new UsageError(sentenceOf(error.code, error.detail)) : error;
    });
  const { parks } = parksAnswer.parse(await (await ask('')).json());
  const { format, encoding, codes, phase, on, language: lang } = order;
  const query = new URLSearchParams({ format, lang });
  for (const [key, value] of Object.entries({ encoding, codes, phase, on })) {
    if (value !== null) query.set(key, String(value));
  }
  const answer = await ask(`/${encodeURIComponent(choosePark(codesOf(parks), order.park))}/export?${query.toString()}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { bytes, notes: readNotes(answer.headers.get(notesHeader)) };
}

function codesOf(parks: readonly { readonly code: string }[]): string[] {
  return parks.map(({ code }) => code);
}

function sentenceOf(code: string, detail: RefusalDetail): string {
  const sentences: Readonly<Record<string, string>> = {
    'input.invalid': `That cannot be: ${detail['message']}.`,
    'day.before-park': `The park began on ${detail['beganOn']}; ${detail['day']} is before it.`,
    'parcel.unknown': `There is no parcel ${detail['parcel']} in the plan of ${detail['on']}.`,
    'phase.unknown': `There is no phase ${detail['phase']}; there is ${detail['phases']}.`,
    'export.empty': `The plan in force on ${detail['on']} has none of these parcels.`,
    'export.unwritable': `GBK has no such characters: ${detail['characters']}. Say --encoding utf-8.`,
    'export.too-large': 'So many parcels could not be written within the limits; take them in parts.',
  };
  return sentences[code] ?? `That was refused: ${code}.`;
}
