import type { Worker } from 'node:worker_threads';
import type { MultiPolygon } from '../../domain/geometry/shapes.ts';
import { outcomeOfError } from '../survey/run-job.ts';
import { surveyLimits } from '../survey/limits.ts';
import type { ReadOptions } from '../survey/read-bytes.ts';
import type { RefusalCode, SurveyRefusal } from '../survey/refusal.ts';
import { startWorker } from '../start-worker.ts';
import type { Answer, Asking, ExamineStart, FromWorker, LandChange, LandHead, LandPiece } from './examine-messages.ts';
import type { ExaminationProgress } from './examination-progress.ts';
import { memoryOf, unpackLand } from '../survey/packed-land.ts';
import { unreadable } from './unreadable.ts';

export type ChosenChange = LandChange & { readonly polygons: MultiPolygon };
export type ThreadAnswer =
  | Exclude<Answer, { kind: 'chosen' }>
  | (Extract<Answer, { kind: 'chosen' }> & { readonly changes: readonly ChosenChange[] });

/** How long a question may go on after it was called off, before its worker is ended. */
const graceMilliseconds = 2000;
/** For a whole question; one that tells nothing for as long as a reading may take is ended before. */
const longestSeconds = 600;

/**
 * A worker that reads one file and answers questions about it, one at a time. Time, memory and a file that breaks the
 * reader end it, which its question is told as a refusal.
 */
export class ExamineThread {
  readonly #worker: Worker;
  readonly #calledOff = new Int32Array(new SharedArrayBuffer(4));
  #questions = 0;
  #changes: ChosenChange[] = [];
  #silence: NodeJS.Timeout | undefined;
  #settle: ((answer: ThreadAnswer) => void) | null = null;
  isEnded = false;
  progress: ExaminationProgress | null = null;

  constructor(bytes: Uint8Array<ArrayBuffer>, options: ReadOptions) {
    const { memoryMegabytes } = surveyLimits;
    const start: ExamineStart = { bytes, options, limits: surveyLimits, calledOff: this.#calledOff };
    this.#worker = startWorker('examine-worker', new URL('./examine-worker.ts', import.meta.url), {
      workerData: start,
      transferList: [bytes.buffer],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 64 },
    });
    this.#worker.on('message', (message: FromWorker) => this.#hear(message));
    this.#worker.once('error', (error) => this.#fail(outcomeOfError(error, surveyLimits).refusal));
    this.#worker.once('exit', (code) =>
      this.#refuse('survey.reader-failed', { message: `it ended with code ${code}` }),
    );
    this.#worker.unref();
    this.progress = { stage: 'reading', done: 0, total: 0 };
  }

  takeLand(head: LandHead): void {
    this.#worker.postMessage({ kind: 'land', head });
  }

  takeParcels(piece: LandPiece): void {
    this.#worker.postMessage({ kind: 'parcels', piece }, memoryOf(piece.boundaries));
  }

  /** `isWanted`: whether others wait for the file, so that a question called off leaves the reading to go on. */
  ask(asking: Asking, signal: AbortSignal, isWanted: () => boolean): Promise<ThreadAnswer> {
    const number = (this.#questions += 1);
    const { seconds } = surveyLimits;
    const limit = (most: number) => setTimeout(() => this.#refuse('survey.too-slow', { seconds: most }), most * 1000);
    const deadline = limit(longestSeconds);
    this.#silence = limit(seconds);
    let grace: NodeJS.Timeout | undefined;
    const callOff = () => {
      Atomics.store(this.#calledOff, 0, number);
      grace = setTimeout(() => {
        if (!isWanted()) this.end();
      }, graceMilliseconds);
    };
    this.#worker.ref();
    this.#changes = [];
    this.progress ??= { stage: 'placing', done: 0, total: 0 };
    return new Promise<ThreadAnswer>((resolve) => {
      this.#settle = resolve;
      if (this.isEnded) return this.#refuse('survey.cancelled');
      signal.addEventListener('abort', callOff);
      if (signal.aborted) callOff();
      this.#worker.postMessage({ kind: 'ask', number, asking });
    }).finally(() => {
      clearTimeout(deadline);
      clearTimeout(this.#silence);
      clearTimeout(grace);
      signal.removeEventListener('abort', callOff);
      this.#settle = null;
      this.progress = null;
      this.#worker.unref();
    });
  }

  end(): void {
    this.#refuse('survey.cancelled');
  }

  #hear(message: FromWorker): void {
    this.#silence?.refresh();
    if (message.kind === 'progress') this.progress = message.progress;
    if (message.kind === 'changes') {
      const lands = unpackLand(message.boundaries);
      for (const [index, change] of message.changes.entries()) {
        this.#changes.push({ ...change, polygons: lands[index]! });
      }
    }
    if (message.kind !== 'answer') return;
    const { answer } = message;
    this.#settle?.(answer.kind === 'chosen' ? { ...answer, changes: this.#changes } : answer);
  }

  #refuse(code: RefusalCode, detail: SurveyRefusal['detail'] = {}): void {
    this.#fail({ code, detail, at: { line: null, record: null } });
  }

  #fail(refusal: SurveyRefusal): void {
    this.isEnded = true;
    this.progress = null;
    this.#settle?.({ kind: 'refused', refusal: unreadable(refusal) });
    void this.#worker.terminate();
  }
}
