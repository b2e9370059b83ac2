import { statfsSync } from 'node:fs';
import { StartError } from '../start-error.ts';

/** Below this the engine may not get far enough to say that there was no room; a part of its log alone takes 16 MB. */
const roomMegabytes = 32;

/** Why the embedded database in a folder did not open. A full disk is no damage: nobody shall restore a backup for it. */
export function whyNotOpened(path: string | null, error: unknown): StartError {
  const why = error instanceof Error ? error.message : String(error);
  if (path === null) return new StartError(`The database in memory cannot be opened (${why}).`);
  const free = freeMegabytes(path);
  if (free < roomMegabytes) {
    return new StartError(
      `The disk of the data folder ${path} is full: ${free} MB are free and ${roomMegabytes} are needed to open it. Make room and start again.`,
    );
  }
  return new StartError(`The data folder ${path} is damaged and cannot be opened (${why}). Restore a backup.`);
}

function freeMegabytes(path: string): number {
  try {
    const { bavail, bsize } = statfsSync(path);
    return Math.floor((bavail * bsize) / 2 ** 20);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
