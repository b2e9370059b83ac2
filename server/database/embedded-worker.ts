import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { openDurable } from './durable-engine.ts';

export type ToWorker =
  | { readonly id: number; readonly kind: 'greet' }
  | { readonly id: number; readonly kind: 'send'; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'close' };
export type FromWorker =
  { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly failure: string };

const port = parentPort;
if (!port) throw new Error('this file runs as a worker thread');

const folder: string | null = (workerData as { folder: string | null }).folder;
const extensions = { btree_gist };
const opening = folder === null ? PGlite.create({ extensions }) : openDurable({ dataDir: folder, extensions });
let turn: Promise<void> = opening.then(
  () => port.postMessage({ id: 0, bytes: new Uint8Array() } satisfies FromWorker),
  (error: unknown) => port.postMessage({ id: 0, failure: textOf(error) } satisfies FromWorker),
);

port.on('message', (message: ToWorker) => {
  turn = turn.then(async () => {
    try {
      const bytes = await answer(await opening, message);
      port.postMessage({ id: message.id, bytes } satisfies FromWorker, [bytes.buffer as ArrayBuffer]);
    } catch (error) {
      // Errors of SQL are answers. What is thrown is the engine breaking, after which it cannot be trusted.
      port.postMessage({ id: message.id, failure: textOf(error) } satisfies FromWorker);
      port.close();
    }
    if (message.kind === 'close') port.close();
  });
});

async function answer(database: PGlite, message: ToWorker): Promise<Uint8Array> {
  switch (message.kind) {
    case 'send':
      return new Uint8Array(await database.execProtocolRaw(message.bytes));
    case 'greet':
      // The one session outlives its clients: what a dropped one left open must not reach the next.
      await database.exec('ROLLBACK');
      await database.exec('DISCARD ALL');
      return new Uint8Array();
    case 'close':
      await database.close();
      return new Uint8Array();
  }
}

/** The engine also throws plain objects such as emscripten's ExitStatus. */
function textOf(error: unknown): string {
  const message = (error as { message?: unknown } | null)?.message;
  return typeof message === 'string' && message ? message : String(error);
}
