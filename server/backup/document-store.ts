import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { documentPath } from './tell-document.ts';

/** Puts documents back where the server looks for them; what was put there can be taken away again. */
export class DocumentStore {
  readonly #folder: string;
  readonly #made: string[] = [];
  readonly checksums = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(sha256: string, content: Buffer): Promise<void> {
    const path = documentPath(this.#folder, sha256);
    this.checksums.add(sha256);
    const known = await stat(path).catch(() => null);
    if (known?.size === content.length) return;
    await mkdir(dirname(path), { recursive: true });
    this.#made.push(path, `${path}.part`);
    const handle = await open(`${path}.part`, 'w', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${path}.part`, path);
  }

  async takeAway(): Promise<void> {
    for (const path of this.#made) await rm(path, { force: true });
  }
}
