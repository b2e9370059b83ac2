import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { sql } from 'drizzle-orm';
import type { PoolClient } from 'pg';
import type { Queries } from './connect.ts';
import * as tables from './schema.ts';
import { checkReferences } from './seed/check-references.ts';
import { readLandUses, readParkFiles } from './seed/park-files.ts';
import { broken } from './seed/read-file.ts';
import { storePark } from './seed/store-park.ts';

export type Progress = (line: string) => void;

/**
 * Loads the parks of `folder` that the database does not have yet, each in one transaction.
 * Throws StartError naming file, feature and field when one is broken; of that park nothing is stored.
 */
export async function seed(client: PoolClient, folder: string, progress: Progress): Promise<void> {
  const queries = drizzle(client);
  const stored = new Set((await queries.select({ code: tables.park.code }).from(tables.park)).map(({ code }) => code));
  const missing = parkFolders(folder).filter((name) => !stored.has(name));
  if (missing.length === 0) return;
  const landUses = readLandUses(join(folder, 'land-use.json'));
  for (const name of missing) {
    progress(`正在载入 ${name} · loading park ${name} …`);
    const started = performance.now();
    const files = readParkFiles(join(folder, name));
    if (files.park.code !== name) throw broken(join(folder, name, 'park.json'), `field code: ${name} is expected`);
    checkReferences(files, landUses);
    await queries.transaction(async (transaction) => {
      await storeLandUses(transaction, landUses);
      await storePark(transaction, files);
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    progress(`已载入 ${files.park.name} · ${files.park.nameEn}: ${files.parcels.length} parcels, ${seconds} s`);
  }
}

function parkFolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'park.json')))
    .sort();
}

async function storeLandUses(queries: Queries, landUses: ReturnType<typeof readLandUses>): Promise<void> {
  await queries
    .insert(tables.landUse)
    .values(landUses.map((landUse, position) => ({ ...landUse, position })))
    .onConflictDoUpdate({
      target: [tables.landUse.standard, tables.landUse.code],
      set: { position: sql`excluded.position` },
    });
}
