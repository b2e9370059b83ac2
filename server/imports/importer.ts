import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Effect } from '../../domain/park/effect.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import { execute, type Outcome } from '../command.ts';
import { Problem } from '../http/problem.ts';
import { openHouse } from '../open-house.ts';
import { askServer, Refused, type Asking } from '../operator/ask-server.ts';
import { findServer } from '../operator/find-server.ts';
import type { OperatorFile } from '../operator/operator-file.ts';
import { operator } from '../operator/who-operates.ts';
import type { Settings } from '../settings.ts';
import { UsageError } from '../usage-error.ts';
import type { ExaminationAnswer } from './answers.ts';
import { importLandCommand } from './import-land.ts';
import { addImport, dropImport, keptName } from './imports.ts';
import { importLandSchema, importQuestionSchema } from './question.ts';

export type Question = Partial<Omit<ReturnType<typeof importQuestionSchema.parse>, 'on'>> & { readonly on: string };

/** What a terminal does with survey files, through the running server or by itself. Throws Refused. */
export interface Importer {
  readonly parks: readonly string[];
  /** `question`: what will be asked of it. */
  keep(park: string, name: string, content: Uint8Array, question: Question): Promise<string>;
  examine(park: string, id: string, question: Question): Promise<ExaminationAnswer>;
  /** The number of the event. */
  accept(park: string, id: string, question: Question): Promise<{ seq: number; rows: Effect['rows'] }>;
  drop(park: string, id: string): Promise<void>;
  close(): Promise<void>;
}

const patience = 300_000;

export async function openImporter(settings: Settings, say: (line: string) => void): Promise<Importer> {
  const server = await findServer(settings);
  return server ? importerOfServer(server) : importerOfHouse(settings, say);
}

async function importerOfServer(server: OperatorFile): Promise<Importer> {
  const ask = async <Answer>(path: string, asking: Asking = {}) =>
    (await (await askServer(server, `/api/parks${path}`, { patience, ...asking })).json()) as Answer;
  const { parks } = await ask<{ parks: { code: string }[] }>('');
  const at = (park: string, id: string) => `/${encodeURIComponent(park)}/imports/${id}`;
  return {
    parks: parks.map(({ code }) => code),
    keep: async (park, name, content) => {
      const path = `/${encodeURIComponent(park)}/imports?name=${encodeURIComponent(name)}`;
      return (await ask<{ import: { id: string } }>(path, { content })).import.id;
    },
    examine: (park, id, question) => ask(`${at(park, id)}/examine`, { body: question }),
    accept: async (park, id, question) => {
      const { seq: basedOn } = await ask<{ seq: number }>(`/${encodeURIComponent(park)}`);
      const input = { import: id, chosen: 'all', ...question };
      return ask(`/${encodeURIComponent(park)}/commands/import-land`, {
        body: { id: randomUUID(), basedOn, preview: false, input },
      });
    },
    drop: async (park, id) => {
      await ask(at(park, id), { method: 'DELETE' });
    },
    close: async () => undefined,
  };
}

async function importerOfHouse(settings: Settings, say: (line: string) => void): Promise<Importer> {
  const { house, close } = await openHouse(settings, pino({ level: 'silent' }), say);
  const { queries } = house.database;
  // What a terminal takes over is the last it asks: the memory of its worker goes before the writing begins.
  house.imports.staysOpen = false;
  const rows = await house.database.pool.query<{ code: string }>('SELECT code FROM park ORDER BY code');
  const memoryOf = async (park: string) => {
    const memory = await house.memories.of(park);
    if (!memory) throw new UsageError(`There is no park ${park}.`);
    return memory;
  };
  return {
    parks: rows.rows.map(({ code }) => code),
    keep: async (park, given, content, question) => {
      const memory = await memoryOf(park);
      const { reading } = importQuestionSchema.parse(question);
      const name = keptName(given);
      const upload = { parkId: memory.parkId, id: randomUUID(), name, by: operator.name, at: house.now() };
      if (content.length > 0) house.imports.open(memory, upload, content, reading);
      return unless(await addImport(queries, upload, content)).id;
    },
    examine: async (park, id, given) => {
      const memory = await memoryOf(park);
      const question = importQuestionSchema.parse(given);
      const found = unless(await house.imports.examine(queries, memory, id, question));
      return JSON.parse(new TextDecoder().decode(found)) as ExaminationAnswer;
    },
    accept: async (park, id, given) => {
      const memory = await memoryOf(park);
      const input = importLandSchema.parse({ import: id, chosen: 'all', ...given });
      const order = {
        id: randomUUID(),
        basedOn: memory.facts.seq,
        input,
        actor: operator,
        reason: null,
        documents: [],
      };
      const done: Outcome = await execute(house, memory, importLandCommand, order).catch(inPlainWords);
      return { seq: done.seq, rows: done.effect.rows };
    },
    drop: async (park, id) => {
      const refused = await dropImport(queries, (await memoryOf(park)).parkId, id);
      if (refused) unless(refused);
    },
    close,
  };
}

function unless<Answer extends object>(answer: Answer | Refusal): Answer {
  if (isRefusal(answer)) throw new Refused('The database', answer.refusal, answer.detail);
  return answer;
}

function inPlainWords(error: unknown): never {
  if (error instanceof Problem) throw new Refused('The database', error.code, error.detail);
  throw error;
}
