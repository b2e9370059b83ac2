// @ts-check
// `npm run verify`: what can be known in seconds. Format, lint, types, paths named in the documents, pure rules.
import { spawn } from 'node:child_process';

/** @param {string} name */
const remembered = (name) => ['--incremental', '--tsBuildInfoFile', `node_modules/.cache/${name}.tsbuildinfo`];

const checks = [
  ['format', 'prettier', '--check', '.', '--log-level', 'warn', '--cache'],
  ['lint', 'oxlint'],
  ['types of domain', 'tsc', '-p', 'domain', ...remembered('domain')],
  ['types', 'tsc', '-p', '.', ...remembered('root')],
  ['types of web', 'vue-tsc', '-p', 'web', ...remembered('web')],
  ['rules and document paths', 'vitest', 'run', '--project', 'domain', '--project', 'web', '--reporter', 'dot'],
];

const results = await Promise.all(checks.map(([name, ...command]) => run(String(name), command)));
const broken = results.filter((result) => result.status !== 0);
for (const { name, output } of broken) console.log(`\n--- ${name}\n${output}`);
console.log(`${results.length - broken.length} of ${results.length} checks hold`);
process.exit(broken.length ? 1 : 0);

/** @param {string} name @param {string[]} command @returns {Promise<{name: string, status: number, output: string}>} */
function run(name, command) {
  return new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', ...command], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (status) => {
      console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name}`);
      resolve({ name, status: status ?? 1, output });
    });
  });
}
