import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './server-process.ts';

export interface SmallDisk {
  readonly path: string;
  /** Takes all the room that is left; returns how to give it back. */
  fill(): () => void;
  /** Hides the disk behind a view of itself that cannot be written; returns how to end that. */
  makeReadOnly(): () => void;
  remove(): void;
}

/** Whether a disk of its own can be made here: root on Linux. */
export const canMount = isMountable();

/** A disk in memory of so many megabytes. */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = temporaryFolder();
  const path = join(folder.path, 'disk');
  mkdirSync(path);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]);
  return {
    path,
    fill: () => fill(join(path, 'ballast')),
    makeReadOnly: () => {
      execFileSync('mount', ['--bind', path, path]);
      execFileSync('mount', ['-o', 'remount,ro,bind', path]);
      return () => void execFileSync('umount', [path]);
    },
    remove: () => {
      spawnSync('umount', ['-l', path]);
      folder.remove();
    },
  };
}

function fill(file: string): () => void {
  const descriptor = openSync(file, 'w');
  try {
    for (const size of [1 << 20, 1 << 12]) writeUntilFull(descriptor, Buffer.alloc(size, 7));
  } finally {
    closeSync(descriptor);
  }
  return () => rmSync(file);
}

function writeUntilFull(descriptor: number, piece: Buffer): void {
  try {
    for (;;) writeSync(descriptor, piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

function isMountable(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = temporaryFolder();
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder.path]).status === 0;
  if (isMounted) spawnSync('umount', [folder.path]);
  folder.remove();
  return isMounted;
}
