import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Step by step, because `recursive: true` of Node 20 never returns for a folder that cannot be made in /proc. */
export async function makeFolder(path: string): Promise<void> {
  if ((await make(path)) !== 'ENOENT') return;
  await makeFolder(dirname(path));
  if ((await make(path)) === 'ENOENT') throw new Error(`${path} cannot be made`);
}

async function make(path: string): Promise<'ENOENT' | null> {
  try {
    await mkdir(path);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return code;
    if (code !== 'EEXIST') throw error;
    return null;
  }
}

/** Makes what was renamed into a folder durable. Windows has no such call. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
