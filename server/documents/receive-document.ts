import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { headBytes, kindOf, largestDocumentBytes, type DocumentType } from '../../domain/document/kinds.ts';
import { refuse } from '../../domain/refusals.ts';
import { Problem } from '../http/problem.ts';

/** An upload that is whole and on the disk, but not yet in its place. */
export interface Received {
  readonly path: string;
  readonly type: DocumentType;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Streams an upload to `path`. Throws document.type, document.too-large, document.empty or document.incomplete, or what
 * the disk says; then nothing is left behind.
 */
export async function receiveDocument(
  body: ReadableStream<Uint8Array> | null,
  path: string,
  declaredBytes: number | null,
): Promise<Received> {
  if (declaredBytes !== null && declaredBytes > largestDocumentBytes) throw tooLarge();
  const handle = await open(path, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    const head: number[] = [];
    let bytes = 0;
    for await (const chunk of chunksOf(body)) {
      bytes += chunk.length;
      if (bytes > largestDocumentBytes) throw tooLarge();
      if (head.length < headBytes) {
        head.push(...chunk.subarray(0, headBytes - head.length));
        if (head.length === headBytes) typeOf(head);
      }
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    if (bytes === 0) throw new Problem(refuse('document.empty'));
    if (declaredBytes !== null && bytes !== declaredBytes) throw incomplete();
    await handle.sync();
    await handle.close();
    return { path, type: typeOf(head), bytes, sha256: hash.digest('hex') };
  } catch (error) {
    await handle.close();
    await rm(path, { force: true });
    throw error;
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw incomplete();
      });
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

function typeOf(head: readonly number[]): DocumentType {
  const type = kindOf(Uint8Array.from(head));
  if (type === null) throw new Problem(refuse('document.type'));
  return type;
}

function tooLarge(): Problem {
  return new Problem(refuse('document.too-large', null, { largestMegabytes: largestDocumentBytes / 1024 / 1024 }));
}

/** The connection broke before the end. */
function incomplete(): Problem {
  return new Problem(refuse('document.incomplete'));
}
