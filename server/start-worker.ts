import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { packageRoot } from './root.ts';

/**
 * A thread of its own: the built `dist/server/NAME.js`, or from the source the file at `source`. Node 20 does not apply
 * loaders to the first file of a worker, so the source is fetched through tsx's own import.
 */
export function startWorker(name: string, source: URL, options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(join(packageRoot, `dist/server/${name}.js`), options);
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = new URL('./dist/esm/api/index.mjs', tsx).href;
  const load = `import('${loader}').then(({ tsImport }) => tsImport('${source.href}', '${source.href}'))`;
  return new Worker(load, { ...options, eval: true, execArgv: [] });
}
