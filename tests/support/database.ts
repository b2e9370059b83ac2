import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { person } from '../../server/database/schema.ts';
import type { House } from '../../server/house.ts';
import { openHouse, type OpenHouse } from '../../server/open-house.ts';
import { readSettings } from '../../server/settings.ts';
import { storePassword } from '../../server/people/store-person.ts';
import { preparedAdmin } from './people.ts';
import { startCluster, type Cluster } from './postgres.ts';

export type Engine = 'embedded' | 'postgres';

const silent = pino({ level: 'silent' });

const root = join(import.meta.dirname, '../..');
const sources = [
  'data/geo',
  'server/database',
  'server/people',
  'tests/support/people.ts',
  'domain/geometry',
  'domain/park/schema.ts',
];

/** A house over a fresh database with the real parks. */
export async function openTestHouse(engine: Engine): Promise<OpenHouse> {
  return engine === 'embedded' ? openEmbeddedHouse() : openPostgresHouse();
}

/** A fresh data folder with the real parks and the prepared admin. */
export async function preparedFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-test-'));
  cpSync(await templateFolder(), folder, { recursive: true });
  return folder;
}

async function openEmbeddedHouse(): Promise<OpenHouse> {
  const folder = await preparedFolder();
  const open = await openWith({ DATA_DIR: folder });
  return {
    ...open,
    close: async () => {
      await open.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function prepare({ house, close }: OpenHouse): Promise<void> {
  const { queries } = house.database;
  const [admin] = await queries
    .select({ id: person.id })
    .from(person)
    .where(eq(person.username, preparedAdmin.username));
  if (!admin) throw new Error('a fresh store has an admin');
  await storePassword(queries, admin.id, preparedAdmin.password, false);
  await close();
}

/** A seeded data folder, made once for these sources and then copied: creating one takes seconds. */
async function templateFolder(): Promise<string> {
  const template = join(tmpdir(), `yuantu-template-${sourceHash()}`);
  if (existsSync(template)) return template;
  const making = `${template}.${randomUUID()}`;
  await prepare(await openWith({ DATA_DIR: making }));
  if (existsSync(template)) rmSync(making, { recursive: true });
  else renameSync(making, template);
  return template;
}

let cluster: Cluster | null = null;
let isSeeded = false;
/** The database with the parks that others are copied from. */
const seeded = 'prepared';

async function openPostgresHouse(): Promise<OpenHouse> {
  return openOnServer(await preparedDatabase());
}

/** The address of a fresh PostgreSQL database with the real parks and the prepared admin. */
export async function preparedDatabase(): Promise<string> {
  if (!existsSync(clusterTemplate())) await makeClusterTemplate();
  const here = testCluster();
  if (!isSeeded) await seed(here);
  isSeeded = true;
  return here.createDatabase(seeded);
}

/** The PostgreSQL cluster of this test file; begun from a kept one, if there is one, that has the parks already. */
export function testCluster(): Cluster {
  if (cluster) return cluster;
  const template = clusterTemplate();
  const isKept = existsSync(template);
  cluster = startCluster({ from: isKept ? template : undefined });
  isSeeded = isKept;
  return cluster;
}

async function seed(on: Cluster): Promise<void> {
  await prepare(await openOnServer(await on.createDatabase(undefined, seeded)));
}

/** Creating a cluster and its parks takes seconds: made once for these sources, then copied. */
async function makeClusterTemplate(): Promise<void> {
  const template = clusterTemplate();
  const making = startCluster();
  await seed(making);
  making.keepAs(template);
}

function clusterTemplate(): string {
  return join(tmpdir(), `yuantu-cluster-${sourceHash()}`);
}

/** Another house on the same PostgreSQL database, as another process would have it. */
export function openNeighbourHouse({ database }: House): Promise<OpenHouse> {
  const { connectionString } = database.pool.options;
  if (connectionString === undefined) throw new Error('an embedded database has no neighbours');
  return openOnServer(connectionString);
}

/** A house on a PostgreSQL database. */
export function openHouseAt(address: string): Promise<OpenHouse> {
  return openOnServer(address);
}

/** A house on the data of a folder. */
export function openHouseIn(folder: string): Promise<OpenHouse> {
  return openWith({ DATA_DIR: folder });
}

/** To be called once after the tests of a file. */
export function stopPostgres(): void {
  cluster?.stop();
  cluster = null;
  isSeeded = false;
}

/** A house on PostgreSQL; its documents lie in `folder`, of its own when left out. */
async function openOnServer(address: string, folder = mkdtempSync(join(tmpdir(), 'yuantu-test-'))): Promise<OpenHouse> {
  const open = await openWith({ DATABASE_URL: address, DATA_DIR: folder });
  return {
    ...open,
    close: async () => {
      await open.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function openWith(environment: Record<string, string>): Promise<OpenHouse> {
  return openHouse(readSettings(environment), silent, () => undefined);
}

let hashed: string | null = null;

function sourceHash(): string {
  if (hashed !== null) return hashed;
  const hash = createHash('sha256');
  for (const source of sources) addToHash(hash, join(root, source));
  hashed = hash.digest('hex').slice(0, 16);
  return hashed;
}

function addToHash(hash: ReturnType<typeof createHash>, path: string): void {
  const names = existsSync(path) && !/\.\w+$/.test(path) ? readdirSync(path) : null;
  if (names === null) hash.update(path).update(readFileSync(path));
  else for (const name of names.sort()) addToHash(hash, join(path, name));
}
