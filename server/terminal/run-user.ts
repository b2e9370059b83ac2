import { usernameSchema } from '../../domain/access/person.ts';
import { givenRoles } from '../../domain/access/roles.ts';
import { Refused } from '../operator/ask-server.ts';
import { addPersonBody } from '../people/answers.ts';
import type { Settings } from '../settings.ts';
import { StartError } from '../start-error.ts';
import { UsageError } from '../usage-error.ts';
import { openPeople, type KeptPerson, type NewPerson, type PeopleKeeper } from './keep-people.ts';
import { readWords } from './read-words.ts';
import type { Terminal } from './terminal.ts';
import { usages } from './usages.ts';

type Act = keyof typeof usages.user;

/** Keeps the accounts from a terminal. */
export async function runUser(words: readonly string[], settings: Settings, terminal: Terminal): Promise<void> {
  const [act, ...rest] = words;
  if (!isAct(act)) throw new UsageError(`Say what to do:\n${Object.values(usages.user).join('\n')}`);
  const doIt = read(act, rest);
  const people = await openPeople(settings);
  try {
    await doIt(people, terminal);
  } catch (error) {
    throw error instanceof Refused ? inWords(error) : error;
  } finally {
    await people.close();
  }
}

function isAct(word: string | undefined): word is Act {
  return word !== undefined && Object.hasOwn(usages.user, word);
}

type Doing = (people: PeopleKeeper, terminal: Terminal) => Promise<void>;

function read(act: Act, words: readonly string[]): Doing {
  if (act === 'add') {
    const person = readPerson(words);
    return async (people, terminal) => tellPassword(await people.add(person), terminal);
  }
  const { names } = readWords(words, usages.user[act], { names: act === 'list' ? 0 : 1 });
  if (act === 'list') {
    return async (people, { print }) => {
      for (const person of await people.list()) print(`${lineOf(person)}\n`);
    };
  }
  const username = usernameSchema.safeParse(names[0]).data ?? '';
  return async (people, terminal) => {
    const found = (await people.list()).find((person) => person.username === username);
    if (!found) throw new StartError(`There is nobody with the user name ${names[0]}.`);
    if (act === 'password') return tellPassword(await people.newPassword(found.id), terminal);
    terminal.print(`${lineOf(await people.disable(found.id, act === 'disable'))}\n`);
  };
}

function readPerson(words: readonly string[]): NewPerson {
  const usage = usages.user.add;
  const { names, options } = readWords<'name' | 'role'>(words, usage, { names: 1, options: ['name', 'role'] });
  if (options.name === undefined || options.role === undefined) throw new UsageError(`Usage: ${usage}`);
  const roles = options.role.split(',').map((role) => role.trim());
  const unknown = roles.find((role) => !givenRoles.some((given) => given === role));
  if (unknown !== undefined) throw new UsageError(`--role is ${unknown}; it must be one of ${givenRoles.join(', ')}.`);
  const parsed = addPersonBody.safeParse({ username: names[0], name: options.name, roles: [...new Set(roles)] });
  if (parsed.success) return parsed.data;
  const isUsername = parsed.error.issues[0]?.path[0] === 'username';
  throw new UsageError(
    isUsername
      ? `${names[0]} cannot be a user name: 2 to 40 letters of any script, digits, dots and dashes.`
      : `--name must be 1 to 60 letters of one line.`,
  );
}

function tellPassword({ person, password }: { person: KeptPerson; password: string }, { print, say }: Terminal): void {
  say(lineOf(person));
  say('密码（只显示一次，首次登录后须修改）· password (shown once, to be changed at the first sign-in):');
  print(`${password}\n`);
}

function lineOf({ username, name, roles, disabledAt, signedInAt, mustChangePassword }: KeptPerson): string {
  const state = disabledAt ? '已停用 · disabled' : mustChangePassword ? '待改密码 · password to be changed' : '';
  return [username, name, roles.join(','), signedInAt ?? '–', state].join('\t').trimEnd();
}

function inWords({ code, detail }: Refused): Error {
  const sentences: Readonly<Record<string, string>> = {
    'person.exists': `There is already somebody with the user name ${detail['username']}.`,
    'person.last-admin': `${detail['person']} is the last admin and has to stay one.`,
    'person.unknown': `There is nobody with the user name ${detail['person']}.`,
    'access.sign-in': 'The running server does not take this terminal for its own; try again, or restart it.',
  };
  return new StartError(sentences[code] ?? `That was refused: ${code}.`);
}
