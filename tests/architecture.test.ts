import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const sources = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'domain', 'server', 'web'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(ts|vue|mjs)$/.test(file) && existsSync(join(root, file)));

/** Files that a file imports by a relative path; type-only imports do not load anything. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = [...text.matchAll(/^\s*(?:import|export)\s+(?!type\s)[^'";]*?from\s+'(\.[^']+)'/gms)];
  return found.map((match) => normalize(join(dirname(file), match[1]!.replace(/\?.*$/, ''))));
}

const graph = new Map(sources.map((file) => [file, importsOf(file)]));

/** The first import cycle found, as a path, or null. */
function findCycle(): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of sources) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return null;
}

describe('the house', () => {
  test('is there', () => {
    expect(sources.length).toBeGreaterThan(60);
  });

  test('has no import cycle', () => {
    expect(findCycle()).toBeNull();
  });

  test('imports only files that exist', () => {
    const missing = [...graph].flatMap(([file, imports]) =>
      imports.filter((name) => !existsSync(join(root, name))).map((name) => `${file} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('reads the environment only where a program begins', () => {
    const readers = sources.filter((file) => readFileSync(join(root, file), 'utf8').includes('process.env'));
    expect(readers.filter((file) => !['server/main.ts', 'server/dev.ts', 'server/cli.ts'].includes(file))).toEqual([]);
  });

  test('names in its documents only paths that exist', () => {
    const documents = ['README.md', 'README.zh-CN.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'data/geo/README.md'];
    const stale = documents.flatMap((document) => {
      const text = readFileSync(join(root, document), 'utf8');
      const paths = [...text.matchAll(/`((?:domain|server|web|data|tests|docs)\/[\w./-]*)`/g)].map(
        (match) => match[1]!,
      );
      return paths.filter((path) => !existsSync(join(root, path))).map((path) => `${document}: ${path}`);
    });
    expect(stale).toEqual([]);
  });
});
