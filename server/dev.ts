import { spawn, type ChildProcess } from 'node:child_process';
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
  const command = ['--no-install', 'tsx', 'watch', '--clear-screen=false', '--include', 'domain/**', 'server/main.ts'];
  return spawn('npx', command, { stdio: ['ignore', 'inherit', 'inherit'], env });
}

async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  api.kill('SIGTERM');
  await page.close();
  process.exit(code);
}
