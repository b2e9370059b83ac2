import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'vite';

const pagePort = Number(process.env.PORT ?? 8070);
const apiPort = Number(process.env.YUANTU_API_PORT ?? pagePort + 530);
const api = startApi();
const page = await createServer({ server: { host: '127.0.0.1', port: pagePort, strictPort: true } });
await page.listen();
page.printUrls();

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
api.on('exit', (code) => void stop(code ?? 1));

/** The API in its own process, restarted by tsx when a file changes; Vite passes /api on to it. */
function startApi(): ChildProcess {
  const env = { ...process.env, PORT: String(apiPort), HOST: '127.0.0.1' };
  process.env.YUANTU_API_PORT = String(apiPort);
  // Not through npx, which would leave its children behind when it is stopped.
  const tsx = createRequire(import.meta.url).resolve('tsx/cli');
  const command = [tsx, 'watch', '--clear-screen=false', '--include', 'domain/**', 'server/main.ts'];
  return spawn(process.execPath, command, { stdio: ['ignore', 'inherit', 'inherit'], env });
}

async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  const isApiGone = api.exitCode === null ? new Promise((resolve) => api.once('exit', resolve)) : null;
  api.kill('SIGTERM');
  await Promise.all([page.close(), isApiGone]);
  process.exit(code);
}
