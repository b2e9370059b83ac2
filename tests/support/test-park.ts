import { randomUUID } from 'node:crypto';
import { createApp } from '../../server/app.ts';
import type { CommandName } from '../../domain/access/roles.ts';
import type { House } from '../../server/house.ts';
import type { OpenHouse } from '../../server/open-house.ts';
import { jsonPost, makePerson, signIn, usernameOf, whoOf, type Ask, type Who } from './people.ts';
import { openNeighbourHouse, openTestHouse, type Engine } from './database.ts';

export interface CommandBody {
  readonly id?: string;
  readonly basedOn: number;
  readonly input: unknown;
  readonly preview?: boolean;
  readonly partial?: boolean;
  readonly reason?: string | null;
  readonly documents?: readonly string[];
}

export interface TestPark {
  readonly app: ReturnType<typeof createApp>;
  readonly house: House;
  /** The JSON of a GET that succeeds. */
  getJson(path: string, who?: string | Who): Promise<unknown>;
  /** Gives a command to 金岭 as somebody (a name alone is a leader), or as a visitor for null. */
  command(name: CommandName, body: CommandBody, who?: string | Who | null): Promise<Response>;
  /** How to ask as somebody, signed in once for this park. */
  as(who: string | Who): Promise<Ask & { cookie: string }>;
  close(): Promise<void>;
}

/** What the database says of 金岭: its log and the number of rows of every table a command may change. */
export async function stored(park: TestPark) {
  const { pool } = park.house.database;
  const { rows: events } = await pool.query<StoredEvent>(
    `SELECT event.seq::int AS seq, event.id, actor, actor_id AS "actorId", documents, effective_on::text AS "effectiveOn", command, input, subjects,
       changes, reason, undoes::int AS undoes
     FROM event JOIN park ON park.id = event.park_id WHERE park.code = 'jinling' ORDER BY event.seq`,
  );
  const { rows } = await pool.query<Record<string, number>>(
    `SELECT seq::int AS seq, ${tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join(', ')}
     FROM park WHERE code = 'jinling'`,
  );
  return { events, counts: rows[0] ?? {} };
}

const tables = ['gate', 'stretch', 'work', 'project', 'claim', 'event', 'event_subject'];

export interface StoredEvent {
  readonly seq: number;
  readonly id: string;
  readonly actor: string;
  readonly actorId: string | null;
  readonly documents: readonly string[];
  readonly effectiveOn: string;
  readonly command: string;
  readonly input: unknown;
  readonly subjects: readonly string[];
  readonly changes: readonly unknown[];
  readonly reason: string | null;
  readonly undoes: number | null;
}

/** The whole server over a fresh database with the real parks, without a network. */
export async function openTestPark(engine: Engine = 'embedded'): Promise<TestPark> {
  return parkOf(await openTestHouse(engine));
}

/** The same park as another process on the same PostgreSQL database has it. */
export async function openNeighbour(park: TestPark): Promise<TestPark> {
  return parkOf(await openNeighbourHouse(park.house));
}

function parkOf({ house, close }: OpenHouse): TestPark {
  const app = createApp(house);
  const ask: Ask = async (path, init) => app.request(path, init);
  const signedIn = new Map<string, Promise<Ask & { cookie: string }>>();
  const as = (given: string | Who) => {
    const who = whoOf(given);
    const key = usernameOf(who.name, who.roles);
    const signing = signedIn.get(key) ?? signInAs(house, ask, who);
    signedIn.set(key, signing);
    return signing;
  };
  return {
    app,
    house,
    close,
    getJson: async (path, who) => {
      const answer = await (who === undefined ? ask : await as(who))(path);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    as,
    command: async (name, { id = randomUUID(), ...body }, who = '张三') => {
      const asking = who === null ? ask : await as(who);
      return asking(`/api/parks/jinling/commands/${name}`, jsonPost({ id, ...body }));
    },
  };
}

/** Another process on the same database may have made the person. */
async function signInAs(house: House, ask: Ask, who: Who): Promise<Ask & { cookie: string }> {
  const username = usernameOf(who.name, who.roles);
  await makePerson(house, who, username).catch(() => undefined);
  return signIn(ask, username);
}
