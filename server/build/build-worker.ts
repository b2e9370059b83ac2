import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { build, type Plugin } from 'vite';

const fileName = 'service-worker.js';

/** Builds the service worker beside the page, with the list of the page's files in it. */
export function buildWorker(source: string): Plugin {
  let folder = '';
  let root = '';
  let isWritten = false;
  return {
    name: 'yuantu-service-worker',
    apply: 'build',
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir);
      root = config.root;
    },
    writeBundle: () => {
      isWritten = true;
    },
    closeBundle: async () => {
      if (!isWritten) return;
      await build({
        root,
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: { __PAGE_FILES__: JSON.stringify(pageFiles(folder)) },
        build: {
          outDir: folder,
          emptyOutDir: false,
          target: 'es2022',
          modulePreload: false,
          rollupOptions: { input: source, output: { format: 'iife', entryFileNames: fileName } },
        },
      });
    },
  };
}

/** Every file of the page with what tells a new one from an old one; names under assets/ do that themselves. */
export function pageFiles(folder: string): { url: string; revision: string | null }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map') && entry.name !== fileName)
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, url: `/${relative(folder, path).split(sep).join('/')}` }))
    .sort((a, b) => (a.url < b.url ? -1 : 1))
    .map(({ path, url }) => ({ url, revision: url.startsWith('/assets/') ? null : fingerprint(path) }));
}

function fingerprint(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('base64url').slice(0, 16);
}
