import { randomUUID } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { makeFolder, syncFolder } from './make-folder.ts';
import { receiveDocument, type Received } from './receive-document.ts';

const incoming = 'incoming';

/** The bytes of the documents: files named by their checksum in `documents/` below the data folder. */
export class DocumentFiles {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'documents');
  }

  /** Takes in an upload; it has to be placed or discarded. */
  async receive(body: ReadableStream<Uint8Array> | null, declaredBytes: number | null): Promise<Received> {
    const folder = join(this.#folder, incoming);
    await makeFolder(folder);
    return receiveDocument(body, join(folder, randomUUID()), declaredBytes);
  }

  /** Puts an upload where it is looked for; the same bytes twice are one file. */
  async place({ path, sha256 }: Received): Promise<void> {
    const place = this.#placeOf(sha256);
    await makeFolder(dirname(place));
    await rename(path, place);
    await syncFolder(dirname(place));
  }

  async discard({ path }: Received): Promise<void> {
    await rm(path, { force: true });
  }

  /** The bytes, or null when the file is not there. */
  async open(sha256: string): Promise<ReadableStream<Uint8Array> | null> {
    const place = this.#placeOf(sha256);
    if (!(await statOf(place))?.isFile()) return null;
    return Readable.toWeb(createReadStream(place)) as ReadableStream<Uint8Array>;
  }

  /** Removes unfinished uploads from before a day, and hands over the checksums of old files, folder by folder. */
  async *oldFiles(before: Date): AsyncGenerator<readonly string[]> {
    for (const name of await namesIn(this.#folder)) {
      const folder = join(this.#folder, name);
      const old: string[] = [];
      for (const file of await namesIn(folder)) {
        const found = await statOf(join(folder, file));
        if (!found?.isFile() || found.mtime >= before) continue;
        if (/^[0-9a-f]{64}$/.test(file)) old.push(file);
        else await rm(join(folder, file), { force: true });
      }
      if (old.length) yield old;
    }
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.#placeOf(sha256), { force: true });
  }

  #placeOf(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
}

async function statOf(path: string): Promise<Stats | null> {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}
