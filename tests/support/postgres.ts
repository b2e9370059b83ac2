import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const installed = '/usr/lib/postgresql';
const versions = existsSync(installed) ? readdirSync(installed).filter((name) => /^\d+$/.test(name)) : [];
const programs = versions
  .sort((a, b) => Number(b) - Number(a))
  .map((version) => join(installed, version, 'bin'))
  .find((folder) => existsSync(join(folder, 'initdb')));

/** Whether this machine has the programs of a PostgreSQL server. */
export const hasPostgres = programs !== undefined;

export interface Cluster {
  /** Address of a new database that is a copy of `template`, or empty. */
  createDatabase(template?: string, name?: string): Promise<string>;
  /** Stops the server and gives its data the name `path`, to start others from. */
  keepAs(path: string): void;
  /** Stops the server as an administrator does ('fast') or as a failure does ('immediate'), to be started again. */
  halt(mode: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
  stop(): void;
}

export interface ClusterStart {
  /** What is committed has reached the disk, as in production; without, tests are faster. */
  readonly isDurable?: boolean;
  /** The data of another cluster to begin with. */
  readonly from?: string | undefined;
}

/** A private PostgreSQL cluster in a temporary folder, reachable through a Unix socket only. */
export function startCluster({ isDurable = false, from }: ClusterStart = {}): Cluster {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-postgres-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, numberOf('-u'), numberOf('-g'));
  const run = (program: string, args: string[]) => {
    const [first = '', ...rest] = commandOf(program, args);
    execFileSync(first, rest, { stdio: 'ignore', cwd: folder });
  };
  const commandOf = (program: string, args: string[]) => {
    const command = [resolve(programs ?? '', program), ...args];
    return isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  };
  const runBeside = async (args: string[]) => {
    const [first = '', ...rest] = commandOf('pg_ctl', args);
    // The server it starts would keep pipes open that nobody closes.
    const shell = ['-c', '"$@" >/dev/null 2>&1', 'sh', first, ...rest];
    await promisify(execFile)('sh', shell, { cwd: folder });
  };
  const data = join(folder, 'data');
  if (from !== undefined) run('/bin/cp', ['-r', from, data]);
  else run('initdb', ['-D', data, '-U', 'postgres', '--no-sync', '-A', 'trust', '-E', 'UTF8', '--locale=C']);
  const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=${isDurable ? 'on' : 'off'} -c max_connections=60`;
  const starting = ['-D', data, '-w', '-o', options, '-l', join(folder, 'log'), 'start'];
  run('pg_ctl', starting);
  return {
    createDatabase: async (template, name = `test_${randomUUID().replaceAll('-', '')}`) => {
      const client = new pg.Client(addressOf(folder, 'postgres'));
      await client.connect();
      await client.query(`CREATE DATABASE ${name}${template === undefined ? '' : ` TEMPLATE ${template}`}`);
      await client.end();
      return addressOf(folder, name);
    },
    keepAs: (path) => {
      run('pg_ctl', ['-D', data, '-w', '-m', 'fast', 'stop']);
      if (!existsSync(path)) renameSync(data, path);
      rmSync(folder, { recursive: true, force: true });
    },
    halt: (mode) => runBeside(['-D', data, '-w', '-m', mode, 'stop']),
    start: () => runBeside(starting),
    stop: () => {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(folder: string, database: string): string {
  return `postgresql:///${database}?host=${encodeURIComponent(folder)}&user=postgres`;
}

function numberOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
}
