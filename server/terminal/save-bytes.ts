import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { StartError } from '../start-error.ts';

/** Writes a file that appears whole under its name or not at all. Throws StartError when it cannot be written. */
export async function saveBytes(path: string, bytes: Uint8Array, isForced: boolean): Promise<void> {
  const file = resolve(path);
  const part = `${file}.${randomUUID()}.part`;
  try {
    const handle = await open(part, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!isForced) refuseExisting(path);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof StartError) throw error;
    throw new StartError(`${path} cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  }
}

/** Throws StartError when there is a file of that name. */
export function refuseExisting(path: string): void {
  if (existsSync(path)) throw new StartError(`${path} is there already; --force writes over it.`);
}
