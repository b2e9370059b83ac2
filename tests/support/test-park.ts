import { randomUUID } from 'node:crypto';
import { createApp } from '../../server/app.ts';
import type { CommandName } from '../../domain/access/roles.ts';
import type { House } from '../../server/house.ts';
import type { OpenHouse } from '../../server/open-house.ts';
import { openNeighbourHouse, openTestHouse, type Engine } from './database.ts';

export interface CommandBody {
  readonly id?: string;
  readonly basedOn: number;
  readonly input: unknown;
  readonly preview?: boolean;
}

export interface TestPark {
  readonly app: ReturnType<typeof createApp>;
  readonly house: House;
  /** The JSON of a GET that succeeds. */
  getJson(path: string): Promise<unknown>;
  /** Gives a command to 金岭 as staff, or as a visitor for null. */
  command(name: CommandName, body: CommandBody, staff?: string | null): Promise<Response>;
  close(): Promise<void>;
}

/** What the database says of 金岭: its log and the number of rows of every table a command may change. */
export async function stored(park: TestPark) {
  const { pool } = park.house.database;
  const { rows: events } = await pool.query<StoredEvent>(
    `SELECT event.seq::int AS seq, event.id, actor, effective_on::text AS "effectiveOn", command, input, subjects,
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
  return {
    app,
    house,
    close,
    getJson: async (path) => {
      const answer = await app.request(path);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    command: async (name, { id = randomUUID(), ...body }, staff = '张三') =>
      app.request(`/api/parks/jinling/commands/${name}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(staff === null ? {} : { 'x-yuantu-staff': encodeURIComponent(staff) }),
        },
        body: JSON.stringify({ id, ...body }),
      }),
  };
}
