import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartError } from '../start-error.ts';
import { lockFolder, type Unlock } from './folder-lock.ts';

export interface DataFolder {
  readonly isNew: boolean;
  /** Where the embedded engine keeps its files. */
  readonly enginePath: string;
  /** Says that the first opening succeeded; before that a restart begins anew, for nothing was promised yet. */
  readonly markReady: () => void;
  readonly unlock: Unlock;
}

const markName = 'yuantu.json';
const formatVersion = 1;
/** Without it the engine would take its folder for a new one and make an empty database over the old. */
const versionFile = 'PG_VERSION';

/** Makes or finds the data folder and takes it for this process. Throws StartError when it is not ours to take. */
export async function takeDataFolder(path: string): Promise<DataFolder> {
  const folder = resolve(path);
  makeFolder(folder);
  const unlock = await lockFolder(folder);
  if (!unlock) throw new StartError(`The data folder ${folder} is in use by another running 园图 (yuantu) process.`);
  try {
    return { ...claimFolder(folder), unlock };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Whether a folder holds data that was promised to be kept. Throws StartError when it is damaged. */
export function holdsData(path: string): boolean {
  return readMark(resolve(path))?.ready ?? false;
}

/** Whether a folder was begun for data that is not complete. */
export function isUnfinished(path: string): boolean {
  const mark = readMark(resolve(path));
  return mark !== null && !mark.ready;
}

function makeFolder(folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new StartError(`DATA_DIR ${folder} is a file; it must be a folder.`);
  }
  try {
    makeFolders(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(`The data folder ${folder} cannot be written (${codeOf(error)}).`);
  }
}

/** Step by step, because `recursive: true` of Node 20 never returns for a folder that cannot be made in /proc. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  mkdirSync(folder);
}

function claimFolder(folder: string): Omit<DataFolder, 'unlock'> {
  const enginePath = join(folder, 'database');
  const mark = readMark(folder);
  if (mark === null) {
    if (readdirSync(folder).some((name) => name !== 'documents')) {
      throw new StartError(
        `The folder ${folder} holds other files and no 园图 (yuantu) data; choose another DATA_DIR.`,
      );
    }
    writeMark(folder, false);
  }
  if (mark && mark.format > formatVersion) {
    throw new StartError(`The data folder ${folder} was written by a newer 园图 (yuantu); update the program.`);
  }
  if (!mark?.ready) rmSync(enginePath, { recursive: true, force: true });
  else if (!existsSync(join(enginePath, versionFile))) {
    throw new StartError(`The data folder ${folder} is damaged: its database files are missing. Restore a backup.`);
  }
  return { isNew: !mark?.ready, enginePath, markReady: () => writeMark(folder, true) };
}

function readMark(folder: string): { format: number; ready: boolean } | null {
  const path = join(folder, markName);
  if (!existsSync(path)) return null;
  try {
    const mark = JSON.parse(readFileSync(path, 'utf8')) as { format?: unknown; ready?: unknown };
    if (typeof mark.format === 'number' && typeof mark.ready === 'boolean') {
      return { format: mark.format, ready: mark.ready };
    }
  } catch {
    // Falls through to the same sentence as a wrong content.
  }
  throw new StartError(`The data folder ${folder} is damaged: ${markName} cannot be read. Restore a backup.`);
}

function writeMark(folder: string, ready: boolean): void {
  const path = join(folder, markName);
  try {
    writeFileSync(`${path}.new`, `${JSON.stringify({ format: formatVersion, ready })}\n`, { flush: true });
    renameSync(`${path}.new`, path);
  } catch (error) {
    throw new StartError(`The data folder ${folder} cannot be written (${codeOf(error)}).`);
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
