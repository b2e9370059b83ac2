import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StartError } from '../start-error.ts';

/**
 * Writes a stream to a new file that only its owner may read. Under its name the file appears whole or not at all;
 * `check` may still refuse it. Throws StartError when there is such a file or it cannot be written.
 */
export async function saveFile<Checked>(
  path: string,
  content: Readable,
  check: (part: string) => Promise<Checked>,
): Promise<Checked> {
  const file = resolve(path);
  const part = `${file}.part`;
  try {
    refuseExisting(file);
    await pipeline(content, createWriteStream(part, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    // Whoever tells the content holds a connection of the database until it is told that nobody listens.
    content.destroy();
    if (error instanceof StartError) throw error;
    const { code, path: failed } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new StartError(`${part} is left from another backup; delete it first.`);
    await rm(part, { force: true });
    const cause = { cause: error };
    if (code === 'ENOSPC') throw new StartError(`The disk is full: ${file} was not written.`, cause);
    if (failed === part) throw new StartError(`${file} cannot be written (${code ?? String(error)}).`, cause);
    throw error;
  }
  try {
    await settle(part);
    const checked = await check(part);
    refuseExisting(file);
    await rename(part, file);
    await settle(dirname(file));
    return checked;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Throws StartError when there is a file of that name. */
export function refuseExisting(file: string): void {
  if (existsSync(file)) throw new StartError(`${file} is there already; a backup overwrites nothing.`);
}

/** Waits until the disk has it. Windows cannot do that with a folder and does not need it. */
async function settle(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => null);
  try {
    await handle?.sync();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EPERM', 'EINVAL', 'EISDIR', 'EBADF'].includes(code)) throw error;
  } finally {
    await handle?.close();
  }
}
