import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { addressOf, answerGarbage, closeServer, listen, stillOpening } from './listen.ts';
import { openHouse, type OpenHouse } from './open-house.ts';
import { openLog } from './open-log.ts';
import { openDoor } from './operator/open-door.ts';
import { readCertificate } from './read-certificate.ts';
import { readSettings, type Settings } from './settings.ts';
import { StartError } from './start-error.ts';

const patienceMilliseconds = 5_000;
const say = (line: string) => void process.stdout.write(`${line}\n`);

try {
  await start(readSettings(process.env));
} catch (error) {
  process.stderr.write(`${error instanceof StartError ? error.message : String(error)}\n`);
  process.exit(1);
}

async function start(settings: Settings): Promise<void> {
  const log = openLog(settings.logLevel, pino.destination({ dest: 2, sync: true }));
  process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'unhandled rejection'));
  let answer: RequestListener = stillOpening;
  const answering: RequestListener = (request, response) => answer(request, response);
  const certificate = settings.certificate && readCertificate(settings.certificate);
  const server = certificate ? createSecureServer(certificate, answering) : createServer(answering);
  server.on('clientError', answerGarbage);
  let open: OpenHouse | null = null;
  let closeDoor = () => {};
  let isStopping = false;
  const stop = async (code: number) => {
    if (isStopping) process.exit(code);
    isStopping = true;
    setTimeout(() => process.exit(code), patienceMilliseconds).unref();
    closeDoor();
    open?.endStreams();
    await closeServer(server);
    await open?.close();
    process.exit(code);
  };
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception');
    void stop(1);
  });

  await listen(server, settings);
  open = await openHouse(settings, log, say);
  closeDoor = await openDoor(server, answering, settings, open.house);
  answer = getRequestListener(createApp(open.house).fetch);
  if (certificate && certificate.validUntil < new Date()) {
    say(`证书已过期 · the certificate of TLS_CERT ended on ${certificate.validUntil.toISOString().slice(0, 10)}`);
  }
  say(`园图 → ${addressOf(settings)}`);
}
