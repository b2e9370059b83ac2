import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { House } from '../house.ts';
import type { PersonEnv } from '../http/env.ts';
import { onlyFor } from '../http/only-for.ts';
import { takeBackup, type BackupSource } from './take-backup.ts';

const type = 'application/gzip';

const backup = createRoute({
  method: 'get',
  path: '/backup',
  ...onlyFor('back-up'),
  responses: {
    200: {
      description: 'Everything in one file: rows of every table, documents, checksum; `yuantu restore` reads it',
      content: { [type]: { schema: z.string().meta({ format: 'binary' }) } },
    },
  },
});

export const backupRoutes = ({ database, dataFolder, now }: House) =>
  new OpenAPIHono<PersonEnv>().openapi(backup, async (c) => {
    const source = { database, documentsFolder: join(dataFolder, 'documents') };
    const file = await spool(source);
    const { size } = await file.stat();
    const content = Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
    const name = `yuantu-${now().toISOString().slice(0, 16).replaceAll(':', '')}Z.backup`;
    return c.body(content, 200, {
      'Content-Type': type,
      'Content-Length': String(size),
      'Content-Disposition': `attachment; filename="${name}"`,
    });
  });

/**
 * A finished backup in a file without a name. It is written before a byte is sent: a slow reader holds up no snapshot,
 * and what goes wrong is still told as a problem.
 */
async function spool(source: BackupSource): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'yuantu-'));
  try {
    const file = join(folder, 'backup');
    await takeBackup(source, file);
    return await open(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
