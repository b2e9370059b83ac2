import { setImmediate } from 'node:timers/promises';
import type { ReadOptions } from '../survey/read-bytes.ts';
import { takeTurn } from '../survey/take-turn.ts';
import type { Asking } from './examine-messages.ts';
import { ExamineThread, type ThreadAnswer } from './examine-thread.ts';
import type { ExaminationProgress } from './examination-progress.ts';
import { packLand } from '../survey/packed-land.ts';
import type { ParkLand } from './read-park-land.ts';
import { unreadable } from './unreadable.ts';

/** A question about a file, and the land it is asked for; null where the worker has that land already. */
export interface FileQuestion {
  readonly asking: Asking;
  readonly landKey: string;
  readonly land: ParkLand | null;
}

const idleMilliseconds = 5 * 60_000;
const parcelsPerPiece = 5000;
const nowhere = { line: null, record: null };

/** A kept file in a worker that stays for some minutes, so that it is read once for many questions. */
export class OpenFile {
  readonly #options: ReadOptions;
  #bytes: Uint8Array<ArrayBuffer> | null;
  #thread: ExamineThread | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  #waiting = 0;
  landKey: string | null = null;
  isRunning = false;
  isEnded = false;
  usedAt = 0;

  constructor(bytes: Uint8Array<ArrayBuffer>, options: ReadOptions) {
    this.#bytes = bytes;
    this.#options = options;
  }

  get hasThread(): boolean {
    return this.#thread !== null && !this.isEnded;
  }

  get progress(): ExaminationProgress | null {
    if (this.#waiting === 0) return null;
    return this.#thread?.progress ?? { stage: 'reading', done: 0, total: 0 };
  }

  /** One question after another; null when the file has to be opened again for it. Nothing here waits for a database. */
  async ask(question: FileQuestion, signal: AbortSignal, makeRoom: () => void): Promise<ThreadAnswer | null> {
    this.#waiting += 1;
    clearTimeout(this.#idle);
    const before = this.#last;
    const turn = before.then(() => takeTurn(() => this.#run(question, signal, makeRoom)));
    this.#last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#waiting -= 1;
      this.usedAt = Date.now();
      if (this.#waiting === 0) this.#rest();
    }
  }

  #rest(): void {
    this.#idle = setTimeout(() => this.end(), idleMilliseconds).unref();
  }

  /** Reads the file before anything is asked. */
  begin(makeRoom: () => void): void {
    this.#thread ??= this.#start(makeRoom);
    this.#rest();
  }

  end(): void {
    this.isEnded = true;
    clearTimeout(this.#idle);
    this.#thread?.end();
  }

  async #run(
    { asking, landKey, land }: FileQuestion,
    signal: AbortSignal,
    makeRoom: () => void,
  ): Promise<ThreadAnswer | null> {
    if (signal.aborted) return calledOff();
    if (this.isEnded) return null;
    this.isRunning = true;
    try {
      const thread = this.#thread ?? this.#start(makeRoom);
      if (this.landKey !== landKey) {
        if (!land) return null;
        this.landKey = null;
        await give(land, thread);
        this.landKey = landKey;
      }
      return await thread.ask(asking, signal, () => this.#waiting > 1);
    } finally {
      this.isRunning = false;
      this.isEnded ||= this.#thread?.isEnded ?? false;
    }
  }

  #start(makeRoom: () => void): ExamineThread {
    makeRoom();
    this.#thread = new ExamineThread(this.#bytes ?? new Uint8Array(), this.#options);
    this.#bytes = null;
    return this.#thread;
  }
}

/** In pieces, between which others have their turn. */
async function give({ park, plan, parcels, usedCodes }: ParkLand, thread: ExamineThread): Promise<void> {
  const { parcels: _, ...bare } = park;
  thread.takeLand({ park: bare, plan, usedCodes: [...usedCodes] });
  for (let from = 0; from < parcels.length; from += parcelsPerPiece) {
    const piece = parcels.slice(from, from + parcelsPerPiece);
    const boundaries = packLand(piece.map(({ polygons }) => polygons));
    thread.takeParcels({ fields: piece.map(({ fields }) => fields), boundaries });
    await setImmediate();
  }
}

function calledOff(): ThreadAnswer {
  return { kind: 'refused', refusal: unreadable({ code: 'survey.cancelled', detail: {}, at: nowhere }) };
}
