import { liveClaim } from '../../domain/project/live-claim.ts';
import { derivedGates, type Gate } from '../../domain/parcel/schema.ts';
import { landVersion, type ParkFacts } from '../../domain/park/facts.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import type { Day } from '../../domain/day.ts';
import type { Queries } from '../database/connect.ts';
import type { ParkMemory } from '../park-memory.ts';
import type { Asking, Recorded } from './examine-messages.ts';
import type { ChosenChange, ThreadAnswer } from './examine-thread.ts';
import type { ExaminationProgress } from './examination-progress.ts';
import { contentOf, findImport, type ImportFile } from './imports.ts';
import { OpenFile } from './open-file.ts';
import { importQuestionSchema, readingSchema, type ImportLand, type ImportQuestion, type Reading } from './question.ts';
import { readParkLand } from './read-park-land.ts';
import { SharedAnswers } from './shared-answers.ts';

/** What a choice takes over, and takes off the map. */
export interface ChosenLand {
  readonly changes: readonly ChosenChange[];
  readonly removed: readonly string[];
}
type Json = Uint8Array<ArrayBuffer>;

const mostOpen = 2;
const mostTries = 3;

/**
 * Examines kept files in workers that stay for some minutes, two at most. Answers come as the bytes of their JSON, which
 * nobody here has to take apart; the same question asked twice is worked out once, and ends when nobody waits for it.
 */
export class ImportDesk {
  readonly #open = new Map<string, OpenFile>();
  readonly #answers = new SharedAnswers<Json | Refusal>();
  /** Whether a file stays open once a choice of it was told. */
  staysOpen = true;
  #isClosed = false;

  /** Begins to read a file that is just being kept: its bytes need not come back from the database. */
  open(
    { parkId }: ParkMemory,
    { id, name }: Pick<ImportFile, 'id' | 'name'>,
    content: Uint8Array,
    given: Reading,
  ): void {
    if (this.#isClosed) return;
    const { layers: _, ...reading } = readingSchema.parse(given);
    const file = new OpenFile(new Uint8Array(content), { name, ...reading });
    this.#put(openKey(parkId, id, reading), file);
    file.begin(() => this.#makeRoom());
  }

  /** What a file holds, where it may lie, what is wrong with it and what it would change (`ExaminationAnswer`). */
  examine(queries: Queries, memory: ParkMemory, id: string, given: ImportQuestion, signal?: AbortSignal) {
    const question = importQuestionSchema.parse(given);
    const of = recordedOf(memory.facts, question.on);
    return this.#json('examine', { queries, memory, id, question }, signal, (file) => {
      return { kind: 'examine', question, import: file, of };
    });
  }

  /** The land of a placed file in degrees, as GeoJSON. */
  draw(queries: Queries, memory: ParkMemory, id: string, given: ImportQuestion, signal?: AbortSignal) {
    const question = importQuestionSchema.parse(given);
    return this.#json('draw', { queries, memory, id, question }, signal, () => ({ kind: 'draw', question }));
  }

  /** What was chosen of a file, for the boundaries as they are now. */
  async choose(queries: Queries, memory: ParkMemory, input: ImportLand): Promise<ChosenLand | Refusal> {
    const question = importQuestionSchema.parse(input);
    const asked = { queries, memory, id: input.import, question };
    const { signal } = new AbortController();
    const answer = await this.#ask(asked, signal, () => ({ kind: 'choose', question, chosen: input.chosen }));
    if (answer.kind === 'refused') return answer.refusal;
    if (answer.kind === 'json') throw new Error('a choice was asked for and told as JSON');
    if (!this.staysOpen) this.forget(memory, input.import);
    return answer;
  }

  /** How far the examination of a file is; null when nothing runs. */
  progressOf(memory: ParkMemory, id: string): ExaminationProgress | null {
    const own = this.#filesOf(memory, id).flatMap((file) => file.progress ?? []);
    return own.at(-1) ?? null;
  }

  /** Ends what runs for a file that is gone. */
  forget(memory: ParkMemory, id: string): void {
    for (const file of this.#filesOf(memory, id)) file.end();
  }

  close(): void {
    this.#isClosed = true;
    for (const file of this.#open.values()) file.end();
  }

  async #json(
    kind: 'examine' | 'draw',
    asked: Asked,
    signal: AbortSignal | undefined,
    asking: (file: ImportFile) => Asking,
  ): Promise<Json | Refusal> {
    const { memory, id, question } = asked;
    const key = JSON.stringify([kind, memory.parkId, id, memory.facts.seq, question]);
    return this.#answers.of(key, signal, async (stopping) => {
      const answer = await this.#ask(asked, stopping, asking);
      if (answer.kind === 'chosen') throw new Error('an examination was asked for and a choice told');
      return answer.kind === 'json' ? answer.bytes : answer.refusal;
    });
  }

  async #ask(asked: Asked, signal: AbortSignal, asking: (file: ImportFile) => Asking): Promise<ThreadAnswer> {
    const { queries, memory, id, question } = asked;
    const landKey = JSON.stringify([landVersion(memory.facts), question.on]);
    for (let tries = 0; tries < mostTries && !this.#isClosed; tries += 1) {
      const kept = await findImport(queries, memory.parkId, id);
      const file = kept && (await this.#fileOf(asked, kept));
      if (!kept || !file) return { kind: 'refused', refusal: refuse('import.unknown', 'import', { import: id }) };
      const land = file.landKey === landKey ? null : await readParkLand(queries, memory, question.on);
      const answer = await file.ask({ asking: asking(kept), landKey, land }, signal, () => this.#makeRoom());
      if (answer) return answer;
    }
    return { kind: 'refused', refusal: refuse('import.unreadable', 'import', { why: 'survey.cancelled' }) };
  }

  async #fileOf({ queries, memory, id, question }: Asked, { name }: ImportFile): Promise<OpenFile | null> {
    const { layers: _, ...reading } = question.reading;
    const key = openKey(memory.parkId, id, reading);
    const openOne = () => {
      const known = this.#open.get(key);
      return known && !known.isEnded ? known : null;
    };
    const known = openOne();
    if (known) return known;
    const content = await contentOf(queries, memory.parkId, id);
    const meanwhile = openOne();
    if (meanwhile || !content) return meanwhile;
    const file = new OpenFile(content, { name, ...reading });
    this.#put(key, file);
    return file;
  }

  #put(key: string, file: OpenFile): void {
    for (const [other, { isEnded }] of this.#open) if (isEnded) this.#open.delete(other);
    this.#open.set(key, file);
  }

  /** Ends the workers that rest the longest until one more may start. Of those that work there are fewer than two. */
  #makeRoom(): void {
    const open = [...this.#open.values()].filter(({ hasThread }) => hasThread);
    const resting = open.filter(({ isRunning }) => !isRunning).sort((a, b) => a.usedAt - b.usedAt);
    for (const file of resting.slice(0, Math.max(0, open.length + 1 - mostOpen))) file.end();
  }

  #filesOf({ parkId }: ParkMemory, id: string): OpenFile[] {
    const start = JSON.stringify([parkId, id]).slice(0, -1);
    return [...this.#open].flatMap(([key, file]) => (key.startsWith(`${start},`) ? [file] : []));
  }
}

function openKey(parkId: number, id: string, reading: Omit<Reading, 'layers'>): string {
  return JSON.stringify([parkId, id, reading]);
}

interface Asked {
  readonly queries: Queries;
  readonly memory: ParkMemory;
  readonly id: string;
  readonly question: ImportQuestion;
}

function recordedOf(facts: ParkFacts, on: Day): Recorded {
  const holders = new Map<string, string>();
  for (const code of facts.claims.keys()) {
    const claim = liveClaim(facts, code, { on, knownOn: on });
    if (claim) holders.set(code, claim.project);
  }
  const gates = new Map<string, Gate[]>();
  const derived: readonly Gate[] = derivedGates;
  for (const [code, records] of facts.gates) {
    const done = [...records.values()].filter(({ gate, doneOn }) => doneOn !== null && !derived.includes(gate));
    gates.set(
      code,
      done.map(({ gate }) => gate),
    );
  }
  return { holders, gates };
}
