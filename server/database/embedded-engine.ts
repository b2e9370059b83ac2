import type { Worker } from 'node:worker_threads';
import { startWorker } from '../start-worker.ts';
import type { FromWorker, ToWorker } from './embedded-worker.ts';

/** The embedded engine stopped or cannot be opened; what was being done is lost, what was committed is not. */
export class EngineStopped extends Error {
  override readonly name = 'EngineStopped';
}

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

type Request = { kind: 'greet' } | { kind: 'send'; bytes: Uint8Array<ArrayBuffer> } | { kind: 'close' };

/**
 * PGlite in a worker thread, off the event loop. A worker that dies fails what waits for it and is started again
 * by the next connection: its data folder recovers from the write-ahead log.
 */
export class EmbeddedEngine {
  readonly #folder: string | null;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #opened: Promise<void> | null = null;
  #lastId = 0;
  #isClosed = false;

  constructor(folder: string | null) {
    this.#folder = folder;
  }

  /** Starts the engine if it is not running. Rejects with EngineStopped when the data cannot be opened. */
  open(): Promise<void> {
    if (this.#isClosed) return Promise.reject(new EngineStopped('the embedded database is closed'));
    this.#opened ??= this.#start();
    return this.#opened;
  }

  async greet(): Promise<void> {
    await this.open();
    await this.#request({ kind: 'greet' });
  }

  /** The bytes are given away. */
  send(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    return this.#request({ kind: 'send', bytes }, [bytes.buffer]);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const worker = this.#worker;
    if (!worker) return;
    await this.#request({ kind: 'close' }).catch(() => undefined);
    await worker.terminate();
  }

  async #start(): Promise<void> {
    const worker = startWorker('embedded-worker', new URL('./embedded-worker.ts', import.meta.url), {
      workerData: { folder: this.#folder },
    });
    this.#worker = worker;
    worker.on('message', (message: FromWorker) => this.#settle(message));
    worker.on('error', (error) => this.#stop(worker, error.message));
    worker.on('exit', (code) => this.#stop(worker, `it ended with code ${code}`));
    try {
      await new Promise<Uint8Array>((resolve, reject) => this.#waiting.set(0, { resolve, reject }));
    } catch (error) {
      this.#stop(worker, 'it did not open');
      await worker.terminate();
      throw error;
    }
  }

  #request(request: Request, given: ArrayBuffer[] = []): Promise<Uint8Array> {
    const worker = this.#worker;
    if (!worker) return Promise.reject(new EngineStopped('the embedded database is not running'));
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ ...request, id } satisfies ToWorker, given);
    });
  }

  #settle(message: FromWorker): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if ('bytes' in message) waiting?.resolve(message.bytes);
    else waiting?.reject(new EngineStopped(message.failure));
  }

  #stop(worker: Worker, why: string): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#opened = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new EngineStopped(`the embedded database stopped: ${why}`));
  }
}
