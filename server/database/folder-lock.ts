import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { platform } from 'node:process';

export type Unlock = () => void;

/**
 * Takes the folder for this process, or returns null when another live process has it. The kernel holds the lock on
 * the folder itself: it is the same through any path or link and is gone with the process, even after kill -9.
 */
export async function lockFolder(folder: string): Promise<Unlock | null> {
  if (platform === 'win32') return listenAlone(`\\\\.\\pipe\\yuantu-${identityOf(folder)}`);
  if (platform === 'darwin' || platform === 'freebsd') return openAlone(folder);
  return flock(folder);
}

/** `flock(1)` locks the open file it inherits; the lock stays with our descriptor after it has ended. */
async function flock(folder: string): Promise<Unlock | null> {
  const descriptor = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  const { status, error } = spawnSync('flock', ['-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', descriptor] });
  if (status === 0) return () => closeSync(descriptor);
  closeSync(descriptor);
  if (!error) return null;
  return listenAlone(`\0yuantu-${identityOf(folder)}`);
}

const openExclusively = 0x20;

function openAlone(folder: string): Unlock | null {
  try {
    const descriptor = openSync(folder, constants.O_RDONLY | constants.O_NONBLOCK | openExclusively);
    return () => closeSync(descriptor);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return null;
    throw error;
  }
}

/** A name only one process can listen on (abstract socket or named pipe), freed by the kernel. */
function listenAlone(name: string): Promise<Unlock | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(name, () => resolve(() => server.close()));
    server.unref();
  });
}

function identityOf(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true });
  return createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32);
}
