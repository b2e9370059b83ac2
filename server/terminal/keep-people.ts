import type { z } from 'zod';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import { migrate } from '../database/migrate.ts';
import { askForJson, Refused } from '../operator/ask-server.ts';
import { findServer } from '../operator/find-server.ts';
import type { OperatorFile } from '../operator/operator-file.ts';
import type { addPersonBody, keptPersonSchema } from '../people/answers.ts';
import { installationSecret } from '../people/installation.ts';
import { addPerson, changePerson, listPeople, resetPassword } from '../people/keep-people.ts';
import { People } from '../people/people.ts';
import type { Settings } from '../settings.ts';
import { openStore } from './open-store.ts';

export type KeptPerson = z.output<typeof keptPersonSchema>;
export type NewPerson = z.output<typeof addPersonBody>;

interface WithPassword {
  readonly person: KeptPerson;
  readonly password: string;
}

/** What a terminal may do with the accounts. Throws Refused. */
export interface PeopleKeeper {
  list(): Promise<readonly KeptPerson[]>;
  add(person: NewPerson): Promise<WithPassword>;
  newPassword(id: string): Promise<WithPassword>;
  disable(id: string, disabled: boolean): Promise<KeptPerson>;
  close(): Promise<void>;
}

/** Keeps people through the running server that holds the data, else in the database itself. */
export async function openPeople(settings: Settings): Promise<PeopleKeeper> {
  const server = await findServer(settings);
  return server === null ? inDatabase(settings) : throughServer(server);
}

function throughServer(server: OperatorFile): PeopleKeeper {
  const at = (id: string) => `/api/people/${encodeURIComponent(id)}`;
  return {
    list: async () => (await askForJson<{ people: KeptPerson[] }>(server, '/api/people')).people,
    add: (person) => askForJson(server, '/api/people', person),
    newPassword: (id) => askForJson(server, `${at(id)}/password`, {}),
    disable: async (id, disabled) => (await askForJson<{ person: KeptPerson }>(server, at(id), { disabled })).person,
    close: () => Promise.resolve(),
  };
}

async function inDatabase(settings: Settings): Promise<PeopleKeeper> {
  const database = await openStore(settings);
  try {
    await migrate(database, () => Promise.resolve());
    const { queries } = database;
    const secret = await installationSecret(queries);
    const people = new People(database, { secret, isSecure: settings.isSecure, now: () => new Date() });
    return {
      list: async () => (await listPeople(queries)).map((person) => ({ ...person })),
      add: async (person) => orThrow(await addPerson(queries, person)),
      newPassword: async (id) => {
        const answer = orThrow(await resetPassword(queries, id));
        await people.note('password', answer.person, 'terminal');
        return answer;
      },
      disable: async (id, disabled) => orThrow(await changePerson(queries, id, { disabled })),
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function orThrow<Answer extends object>(answer: Answer | Refusal): Answer {
  if (isRefusal(answer)) throw new Refused('', answer.refusal, answer.detail);
  return answer;
}
