import { fsyncSync } from 'node:fs';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';

type Sync = (descriptor: number) => void;

interface FileStream {
  readonly nfd: number;
}

interface Mounted {
  readonly opts: { readonly root?: string };
  readonly type: { readonly stream_ops: { fsync?: (stream: FileStream) => number } };
}

/**
 * PGlite whose commits have reached the disk when they are answered. As it comes it is started with fsync off, and its
 * file system would not pass the request on: a power cut could lose, or tear, what was acknowledged.
 */
export async function openDurable(
  options: PGliteOptions & { dataDir: string },
  sync: Sync = fsyncSync,
): Promise<PGlite> {
  const startParams = [...PGlite.defaultStartParams.filter((one) => one !== '-F'), '-c', 'wal_sync_method=fsync'];
  const database = await PGlite.create({ ...options, startParams });
  const { mounts } = (database.Module.FS as unknown as { root: { mount: { mounts: Mounted[] } } }).root.mount;
  const folder = mounts.find(({ opts }) => opts.root === options.dataDir);
  if (!folder) throw new Error(`the engine does not keep its files in ${options.dataDir}`);
  folder.type.stream_ops.fsync = ({ nfd }) => {
    sync(nfd);
    return 0;
  };
  return database;
}
