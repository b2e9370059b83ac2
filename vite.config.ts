import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { buildWorker } from './server/build/build-worker.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild
    ? {
        root: here('.'),
        publicDir: false,
        build: {
          outDir: here('dist/server'),
          target: 'node20',
          emptyOutDir: true,
          minify: false,
          sourcemap: true,
          rollupOptions: {
            input: {
              main: here('server/main.ts'),
              cli: here('server/cli.ts'),
              'embedded-worker': here('server/database/embedded-worker.ts'),
              'survey-worker': here('server/survey/survey-worker.ts'),
              'examine-worker': here('server/imports/examine-worker.ts'),
            },
            output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
          },
        },
      }
    : {
        root: here('web'),
        base: '/',
        plugins: [vue(), buildWorker(here('web/service-worker.ts'))],
        worker: { format: 'es' },
        define: {
          __VUE_OPTIONS_API__: false,
          __VUE_I18N_LEGACY_API__: false,
          __INTLIFY_PROD_DEVTOOLS__: false,
        },
        build: { outDir: here('dist/web'), emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1200 },
        server: {
          host: '127.0.0.1',
          port: 4300,
          fs: { allow: [here('.')] },
          // The server takes writes only from its own page: the Host the browser asked for has to reach it.
          proxy: {
            '^/api/(?!\\w+\\.ts)': {
              target: `http://127.0.0.1:${process.env.YUANTU_API_PORT ?? 8600}`,
              changeOrigin: false,
            },
          },
        },
      },
);
