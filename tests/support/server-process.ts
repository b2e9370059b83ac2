import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
/** The whole run builds the server first and starts that; a single test starts the source. */
const built = process.env['YUANTU_TEST_SERVER'];
const program = built ? [built] : ['--import', 'tsx', 'server/main.ts'];

export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything the process has printed so far. */
  output(): string;
  /** Sends a signal and waits for the end; the exit code, or null when the signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the server from its source as a process of its own and waits until it answers. */
export async function startServer(environment: Record<string, string> = {}): Promise<ServerProcess> {
  const port = environment['PORT'] ?? String(await freePort());
  const run = runServer({ PORT: port, ...environment });
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline) {
    if (run.child.exitCode !== null) throw new Error(`the server ended with ${run.child.exitCode}:\n${run.output()}`);
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return { url, ...run };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await run.stop('SIGKILL');
  throw new Error(`the server did not answer:\n${run.output()}`);
}

/** Starts the server and does not wait for it: for starts that shall fail. */
export function runServer(environment: Record<string, string>): Omit<ServerProcess, 'url'> {
  const env = { ...process.env, HOST: '127.0.0.1', DATABASE_URL: '', ...environment };
  const child = spawn(process.execPath, program, { cwd: root, env });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  return {
    child,
    output: () => printed,
    stop: (signal = 'SIGTERM') => {
      if (child.exitCode === null) child.kill(signal);
      return ended;
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A folder that is deleted by the returned function. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'yuantu-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
