import { randomUUID } from 'node:crypto';
import { createApp } from '../../server/app.ts';
import type { CommandName } from '../../domain/access/roles.ts';
import type { House } from '../../server/house.ts';
import { openTestHouse, type Engine } from './database.ts';

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

/** The whole server over a fresh database with the real parks, without a network. */
export async function openTestPark(engine: Engine = 'embedded'): Promise<TestPark> {
  const { house, close } = await openTestHouse(engine);
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
