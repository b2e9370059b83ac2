import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../root.ts';
import type { FromWorker, ToWorker } from './embedded-worker.ts';

/** The embedded engine stopped or cannot be opened; what was being done is lost, what was committed is not. */
export class EngineStopped extends Error {
  override readonly name = 'EngineStopped';
}

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

type Request = { kind: 'greet' } | { kind: 'send'; bytes: Uint8Array } | { kind: 'close' };

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

  send(bytes: Uint8Array): Promise<Uint8Array> {
    return this.#request({ kind: 'send', bytes });
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
    const worker = startWorker(this.#folder);
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

  #request(request: Request): Promise<Uint8Array> {
    const worker = this.#worker;
    if (!worker) return Promise.reject(new EngineStopped('the embedded database is not running'));
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ ...request, id } satisfies ToWorker);
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

function startWorker(folder: string | null): Worker {
  const workerData = { folder };
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(join(packageRoot, 'dist/server/embedded-worker.js'), { workerData });
  }
  // Node 20 does not apply loaders to the first file of a worker, so the source is fetched through tsx's own import.
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = new URL('./dist/esm/api/index.mjs', tsx).href;
  const source = new URL('./embedded-worker.ts', import.meta.url).href;
  const load = `import('${loader}').then(({ tsImport }) => tsImport('${source}', '${source}'))`;
  return new Worker(load, { eval: true, execArgv: [], workerData });
}
