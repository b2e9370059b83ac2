import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

/** Where there is a build to test, the workers of the server come from it too. */
const workers = process.env['YUANTU_TEST_SERVER']
  ? [
      {
        find: /^.*\/start-worker\.ts$/,
        replacement: fileURLToPath(new URL('tests/support/start-built-worker.ts', import.meta.url)),
      },
    ]
  : [];

const project = (name: string, include: string[], timeoutSeconds: number) => ({
  plugins: name === 'web' ? [vue()] : [],
  resolve: { alias: workers },
  test: {
    name,
    include,
    environment: 'node' as const,
    // No file leaves anything behind; loading the modules once a worker saves two seconds a file.
    isolate: false,
    testTimeout: timeoutSeconds * 1000,
    hookTimeout: timeoutSeconds * 1000,
  },
});

export default defineConfig({
  test: {
    // Two cores: one worker would leave one of them idle while files wait for their database or browser.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      project('domain', ['tests/domain/**/*.test.ts', 'tests/architecture.test.ts'], 60),
      project('data', ['tests/data/**/*.test.ts'], 120),
      project('web', ['tests/web/**/*.test.ts'], 60),
      project('server', ['tests/server/**/*.test.ts'], 240),
      project('journeys', ['tests/journeys/**/*.test.ts'], 300),
    ],
  },
});
