import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addFinding, type Contender, type Taken } from './contender.ts';
import { parkCode } from './survey-park.ts';
import { runWatched } from './watch-process.ts';

const root = join(import.meta.dirname, '../../..');
const program = join(root, 'dist/server/cli.js');
const inPark = ['--park', parkCode, '--crs', 'EPSG:4527', '--json'];

/** A database repeats all it was given. */
const longestWhy = 200;

/** What is asked of the terminal's own program; each does what the one before it does, and more. */
export const asked = {
  'yuantu import --accept': ['import', ['--on', '2007-12-01', '--accept']],
  'yuantu import, nothing accepted': ['import', ['--on', '2007-12-01']],
  'yuantu check': ['check', []],
} as const satisfies Record<string, readonly ['import' | 'check', readonly string[]]>;

export interface Store {
  readonly name: string;
  /** The environment of a store as it was prepared. */
  readonly make: () => Promise<Record<string, string>>;
  readonly close: () => Promise<void>;
}

interface Finding {
  readonly code: string;
  readonly feature: number;
}

/** What `--json` prints: `check` has an examination, `import` a placed file. */
interface Answer {
  readonly examination?: { readonly check: { readonly findings: readonly Finding[] } } | null;
  readonly placed?: { readonly findings: readonly Finding[] } | null;
}

/** The program of the build (`npm run build`) as a process of its own, on a fresh store. */
export function takeYuantu(
  order: keyof typeof asked,
  file: string,
  { name, make, close }: Store,
  { folder, atMostSeconds }: { readonly folder: string; readonly atMostSeconds: number },
): Contender {
  const [command, words] = asked[order];
  const out = join(folder, 'answer.json');
  return {
    name: `${order}, ${name}`,
    run: async (): Promise<Taken> => {
      const environment = { DATABASE_URL: '', HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...(await make()) };
      const args = [program, command, file, ...words, ...inPark];
      const { code, said, ...spent } = await runWatched(process.execPath, args, {
        cwd: root,
        environment,
        out,
        atMostSeconds,
      });
      const answer = code === 0 || code === 1 ? readFileSync(out, 'utf8') : '';
      const isDone = answer !== '' && (order !== 'yuantu import --accept' || said.includes('已导入'));
      const why =
        code === null ? `not done in ${atMostSeconds} s` : said.trim().slice(0, longestWhy).replaceAll('\n', ' ');
      const failure = isDone ? null : why;
      const found = answer === '' ? new Map<number, string[]>() : findingsOf(command, answer);
      return { ...spent, failure, found, parts: '' };
    },
    close,
  };
}

function findingsOf(command: 'import' | 'check', text: string): Map<number, string[]> {
  const found = new Map<number, string[]>();
  const answer = JSON.parse(text) as Answer;
  const findings = command === 'check' ? answer.examination?.check.findings : answer.placed?.findings;
  for (const { feature, code } of findings ?? []) addFinding(found, feature, code);
  return found;
}

/** A store in a folder, copied from a prepared one for every run. */
export function embeddedStore(prepared: string, folder: string): Store {
  const store = join(folder, 'store');
  const remove = () => rmSync(store, { recursive: true, force: true });
  return {
    name: 'embedded',
    make: async () => {
      remove();
      mkdirSync(store);
      cpSync(prepared, store, { recursive: true });
      return { DATA_DIR: store };
    },
    close: async () => remove(),
  };
}
