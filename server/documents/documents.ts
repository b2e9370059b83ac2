import { randomUUID } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { cleanName } from '../../domain/document/clean-name.ts';
import type { Document } from '../../domain/document/schema.ts';
import type { Queries } from '../database/connect.ts';
import { document } from '../database/schema.ts';
import { documentOf, type StoredDocument } from './queries.ts';
import { DocumentFiles } from './document-files.ts';
import { readPhoto } from './read-photo.ts';
import type { Received } from './receive-document.ts';

const dayMilliseconds = 86_400_000;
/** Of the advisory lock that keeps sweeping and placing apart: placing shares it. */
const lockNumber = 4_548_118;

interface Upload {
  readonly parkId: number;
  readonly personId: string;
  readonly name: string;
  readonly body: ReadableStream<Uint8Array> | null;
  readonly declaredBytes: number | null;
}

/** Photos and papers: rows in the database, bytes beside it. */
export class Documents {
  readonly #queries: Queries;
  readonly #files: DocumentFiles;
  readonly #now: () => Date;

  constructor(queries: Queries, dataFolder: string, now: () => Date) {
    this.#queries = queries;
    this.#files = new DocumentFiles(dataFolder);
    this.#now = now;
  }

  /** Keeps an upload: first the file, then the row. The same bytes by the same person again are the same document. */
  async add(upload: Upload): Promise<Document> {
    const received = await this.#files.receive(upload.body, upload.declaredBytes);
    try {
      const photo = await readPhoto(received);
      const id = await this.#queries.transaction(async (transaction) => {
        await transaction.execute(sql`SELECT pg_advisory_xact_lock_shared(${lockNumber})`);
        await this.#files.place(received);
        const known = await sameUpload(transaction, upload, received);
        if (known) return known.id;
        const { type, bytes, sha256 } = received;
        const row = {
          parkId: upload.parkId,
          id: randomUUID(),
          name: cleanName(upload.name, type),
          type,
          bytes,
          sha256,
          ...photo,
          addedBy: upload.personId,
          addedAt: this.#now(),
        };
        await transaction.insert(document).values(row);
        return row.id;
      });
      const added = await documentOf(this.#queries, upload.parkId, id);
      if (!added) throw new Error(`document ${id} is gone`);
      return added.document;
    } finally {
      await this.#files.discard(received);
    }
  }

  find(parkId: number, id: string): Promise<StoredDocument | null> {
    return documentOf(this.#queries, parkId, id);
  }

  bytesOf({ sha256 }: StoredDocument): Promise<ReadableStream<Uint8Array> | null> {
    return this.#files.open(sha256);
  }

  /** Removes what uploads that were broken off left behind more than a day ago. Returns how many files that were. */
  async sweep(signal: AbortSignal): Promise<number> {
    const before = new Date(this.#now().getTime() - dayMilliseconds);
    let removed = 0;
    for await (const old of this.#files.oldFiles(before)) {
      if (signal.aborted) break;
      removed += await this.#queries.transaction(async (transaction) => {
        await transaction.execute(sql`SELECT pg_advisory_xact_lock(${lockNumber})`);
        const rows = await transaction
          .select({ sha256: document.sha256 })
          .from(document)
          .where(inArray(document.sha256, [...old]));
        const kept = new Set(rows.map(({ sha256 }) => sha256));
        const orphans = old.filter((sha256) => !kept.has(sha256));
        for (const sha256 of orphans) await this.#files.remove(sha256);
        return orphans.length;
      });
    }
    return removed;
  }
}

async function sameUpload(queries: Queries, { parkId, personId }: Upload, { sha256 }: Received) {
  const [row] = await queries
    .select({ id: document.id })
    .from(document)
    .where(and(eq(document.parkId, parkId), eq(document.sha256, sha256), eq(document.addedBy, personId)));
  return row ?? null;
}
