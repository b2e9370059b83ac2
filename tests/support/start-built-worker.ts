import { join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

const built = join(import.meta.dirname, '../../dist/server');

/**
 * Stands for `server/start-worker.ts` in the whole run, which has built the server first: compiling a worker from its
 * source costs a second of the processor, and the survey tests start hundreds.
 */
export function startWorker(name: string, _source: URL, options: WorkerOptions): Worker {
  return new Worker(join(built, `${name}.js`), options);
}
