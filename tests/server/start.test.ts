import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, runServer, startServer, temporaryFolder, type ServerProcess } from '../support/server-process.ts';

describe('starting the server', () => {
  const folder = temporaryFolder();
  const data = join(folder.path, 'store');
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer({ DATA_DIR: data });
  });
  afterAll(async () => {
    await server.stop('SIGKILL');
    folder.remove();
  });

  /** Runs a start that shall fail; the code and the lines it printed. */
  const failing = async (environment: Record<string, string>) => {
    const run = runServer({ PORT: String(await freePort()), ...environment });
    const giveUp = setTimeout(() => run.child.kill('SIGKILL'), 60_000);
    const code = await new Promise<number | null>((resolve) => run.child.on('close', resolve));
    clearTimeout(giveUp);
    return { code, lines: run.output().trim().split('\n') };
  };
  const oneSentence = ({ code, lines }: Awaited<ReturnType<typeof failing>>, word: RegExp) => {
    expect(lines.join('\n')).toMatch(word);
    expect(lines.filter((line) => /^\s+at /.test(line))).toEqual([]);
    expect(lines.length).toBe(1);
    expect(code).toBe(1);
  };

  test('loads the parks with visible progress and says where to open the page', () => {
    expect(server.output()).toMatch(/金岭/);
    expect(server.output()).toContain(server.url);
  });
  test('refuses a data folder that another process holds', async () => {
    oneSentence(await failing({ DATA_DIR: data }), /data folder|数据/i);
  });
  test('refuses the held folder under another name', async () => {
    const link = join(folder.path, 'link');
    symlinkSync(data, link);
    oneSentence(await failing({ DATA_DIR: link }), /data folder|数据/i);
  });
  test('refuses a taken port', async () => {
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const answer = await failing({ PORT: String(port), DATA_DIR: join(folder.path, 'other') });
    await new Promise((resolve) => other.close(resolve));
    oneSentence(answer, new RegExp(String(port)));
  });
  test.each(['abc', '70000', '-1', '8070x'])('refuses the port %s', async (port) => {
    oneSentence(await failing({ PORT: port, DATA_DIR: join(folder.path, 'ports') }), /PORT/);
  });
  test('refuses a data folder that is a file', async () => {
    const file = join(folder.path, 'file');
    writeFileSync(file, '');
    oneSentence(await failing({ DATA_DIR: file }), /file/);
  });
  test('refuses a data folder with other things in it', async () => {
    const foreign = join(folder.path, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'letter.txt'), 'keep me');
    oneSentence(await failing({ DATA_DIR: foreign }), /foreign/);
  });
  test.skipIf(process.getuid?.() === 0)('refuses a data folder it may not write', async () => {
    const closed = join(folder.path, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    oneSentence(await failing({ DATA_DIR: join(closed, 'store') }), /closed/);
  });
  test('refuses a data folder on a file system that cannot be written', async () => {
    oneSentence(await failing({ DATA_DIR: '/proc/yuantu' }), /proc/);
  });
  test('refuses a database that cannot be reached', async () => {
    const url = `postgres://nobody@127.0.0.1:${await freePort()}/nothing`;
    oneSentence(await failing({ DATABASE_URL: url }), /database/i);
  });
  test('stops cleanly on SIGTERM and opens the same data again', async () => {
    expect(await server.stop('SIGTERM')).toBe(0);
    server = await startServer({ DATA_DIR: data });
    expect(await server.stop('SIGINT')).toBe(0);
    server = await startServer({ DATA_DIR: data });
  });
});
