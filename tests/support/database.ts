import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { House } from '../../server/house.ts';
import { openHouse, type OpenHouse } from '../../server/open-house.ts';
import { readSettings } from '../../server/settings.ts';
import { startCluster, type Cluster } from './postgres.ts';

export type Engine = 'embedded' | 'postgres';

const silent = pino({ level: 'silent' });

const root = join(import.meta.dirname, '../..');
const sources = ['data/geo', 'server/database', 'domain/geometry', 'domain/park/schema.ts'];

/** A house over a fresh database with the real parks. */
export async function openTestHouse(engine: Engine): Promise<OpenHouse> {
  return engine === 'embedded' ? openEmbeddedHouse() : openPostgresHouse();
}

async function openEmbeddedHouse(): Promise<OpenHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-test-'));
  cpSync(await templateFolder(), folder, { recursive: true });
  const open = await openWith({ DATA_DIR: folder });
  return {
    ...open,
    close: async () => {
      await open.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A seeded data folder, made once for these sources and then copied: creating one takes seconds. */
async function templateFolder(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) addToHash(hash, join(root, source));
  const template = join(tmpdir(), `yuantu-template-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(template)) return template;
  const making = `${template}.${randomUUID()}`;
  const { close } = await openWith({ DATA_DIR: making });
  await close();
  if (existsSync(template)) rmSync(making, { recursive: true });
  else renameSync(making, template);
  return template;
}

let cluster: Cluster | null = null;
let seeded: string | null = null;

async function openPostgresHouse(): Promise<OpenHouse> {
  cluster ??= startCluster();
  if (seeded === null) {
    seeded = await cluster.createDatabase();
    await (await openWith({ DATABASE_URL: seeded })).close();
  }
  const template = new URL(seeded).pathname.slice(1);
  return openWith({ DATABASE_URL: await cluster.createDatabase(template) });
}

/** Another house on the same PostgreSQL database, as another process would have it. */
export function openNeighbourHouse({ database }: House): Promise<OpenHouse> {
  const { connectionString } = database.pool.options;
  if (connectionString === undefined) throw new Error('an embedded database has no neighbours');
  return openWith({ DATABASE_URL: connectionString });
}

/** A house on a PostgreSQL database. */
export function openHouseAt(address: string): Promise<OpenHouse> {
  return openWith({ DATABASE_URL: address });
}

/** To be called once after the tests of a file. */
export function stopPostgres(): void {
  cluster?.stop();
  cluster = null;
  seeded = null;
}

function openWith(environment: Record<string, string>): Promise<OpenHouse> {
  return openHouse(readSettings(environment), silent, () => undefined);
}

function addToHash(hash: ReturnType<typeof createHash>, path: string): void {
  const names = existsSync(path) && !/\.\w+$/.test(path) ? readdirSync(path) : null;
  if (names === null) hash.update(path).update(readFileSync(path));
  else for (const name of names.sort()) addToHash(hash, join(path, name));
}
