import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readMessages } from '../../../web/state/feed/read-messages.ts';
import { makeCrowd } from '../../support/crowd.ts';
import { openHouseAt, openHouseIn, preparedFolder } from '../../support/database.ts';
import { jsonPost, withCookie, type Ask } from '../../support/people.ts';
import { startCluster } from '../../support/postgres.ts';
import { startServer, temporaryFolder } from '../../support/server-process.ts';
import { createApp } from '../../../server/app.ts';
import type { OpenHouse } from '../../../server/open-house.ts';
import { daysInTurn, inTurn, type Clicker } from './clicker.ts';

const park = '/api/parks/jinling';

/** A clerk of our server, and another who follows the change feed; `withState`: and reads the new state of the map. */
export async function clickYuantu(engine: 'embedded' | 'PostgreSQL', withState: boolean): Promise<Clicker> {
  const { environment, cookie, clean } = await (engine === 'embedded' ? onEmbedded() : onPostgres());
  const server = await startServer(environment);
  const ask = withCookie((path, init) => fetch(server.url + path, init), cookie);
  const { parcels, seq } = (await (await ask(`${park}/parcels`)).json()) as {
    parcels: { code: string }[];
    seq: number;
  };
  const feed = await follow(ask);
  const nextDay = daysInTurn();
  const nextParcel = inTurn(parcels);
  let seen = seq;
  const told = new Set<number>();

  return {
    name: `yuantu on ${engine}`,
    until: withState
      ? 'the other page has heard of it and has the new state of the map'
      : 'the other page has heard of it',
    click: async () => {
      const input = { parcels: [nextParcel().code], gate: 'telecom', doneOn: nextDay(), document: null };
      const order = jsonPost({ id: randomUUID(), basedOn: seen, input });
      const done = give(ask, order);
      const heard = feed
        .heard(seen + 1)
        .then(() => (withState ? ask(`${park}/state`).then((one) => one.text()) : null));
      [seen] = await Promise.all([done, heard]);
      told.add(seen);
    },
    check: async () => {
      const now = (await (await ask(park)).json()) as { seq: number };
      const isCorrect = now.seq === seen && feed.count() === told.size;
      return { isCorrect, text: `${told.size} clicks, ${feed.count()} events heard, log at ${now.seq}` };
    },
    close: async () => {
      feed.stop();
      await server.stop();
      await clean();
    },
  };
}

/** The number of the event, once it is acknowledged. */
async function give(ask: Ask, order: RequestInit): Promise<number> {
  const answer = await ask(`${park}/commands/record-gate`, order);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${answer.status} ${text}`);
  return (JSON.parse(text) as { seq: number }).seq;
}

async function follow(ask: Ask) {
  const ending = new AbortController();
  const answer = await ask(`${park}/events`, { signal: ending.signal });
  const waiting = new Map<number, () => void>();
  let latest = 0;
  let count = 0;
  const reading = (async () => {
    for await (const { event, seq } of readMessages(answer.body!)) {
      if (event !== 'change' || seq === null) continue;
      latest = seq;
      count += 1;
      waiting.get(seq)?.();
      waiting.delete(seq);
    }
  })().catch(() => undefined);
  return {
    count: () => count,
    heard: (seq: number) =>
      latest >= seq ? Promise.resolve() : new Promise<void>((resolve) => waiting.set(seq, resolve)),
    stop: () => {
      ending.abort();
      void reading;
    },
  };
}

async function onEmbedded() {
  const folder = await preparedFolder();
  const cookie = await signedIn(await openHouseIn(folder));
  return {
    environment: { DATA_DIR: folder },
    cookie,
    clean: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function onPostgres() {
  const cluster = startCluster({ isDurable: true });
  const address = await cluster.createDatabase();
  const cookie = await signedIn(await openHouseAt(address));
  const folder = temporaryFolder();
  const clean = async () => {
    cluster.stop();
    folder.remove();
  };
  return { environment: { DATABASE_URL: address, DATA_DIR: folder.path }, cookie, clean };
}

async function signedIn({ house, close }: OpenHouse): Promise<string> {
  const app = createApp(house);
  const [clerk] = await makeCrowd(house.database.queries, async (path, init) => app.request(path, init), 1, [
    'land-clerk',
  ]);
  await close();
  return clerk!.cookie;
}
