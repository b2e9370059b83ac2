import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

/** Like the server: the whole run uses the build, a single test the source. */
const program = process.env['YUANTU_TEST_SERVER'] ? ['dist/server/cli.js'] : ['--import', 'tsx', 'server/cli.ts'];

/** Runs `npm run yuantu -- …words` and waits for its end. */
export function runCli(words: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: '', HOST: '127.0.0.1', ...environment };
  const child = spawn(process.execPath, [...program, ...words], { cwd: root, env });
  let [out, said] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, said })));
}
