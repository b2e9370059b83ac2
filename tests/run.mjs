// @ts-check
// `npm test` on a bare machine: installs what is missing, then runs every check and prints one closing count.
// Plain JavaScript because it has to run before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

let passed = 0;
let failed = 0;
let skipped = 0;
/** What failed, told once more at the end: a long run scrolls away. @type {string[]} */
const failures = [];

ensurePackages();
const browser = ensureBrowser();
const postgres = ensurePostgres();
ensureGdal();

await checks([['build', 'node', 'server/build.mjs', 'warn']]);
// Servers that tests start as processes run from the build, as people run them.
process.env.YUANTU_TEST_SERVER = 'dist/server/main.js';
// Many of these tests wait, for a database or a process that stops: one check at a time uses what they leave.
await Promise.all([
  vitest(['domain', 'data', 'web', 'server']),
  checks([
    ['types of domain', 'tsc', '-p', 'domain'],
    ['types of server, data and tests', 'tsc', '-p', '.'],
    ['types of web', 'vue-tsc', '-p', 'web'],
    ['lint (fast)', 'oxlint'],
    ['lint (full)', 'eslint', '.', '--max-warnings', '0'],
    ['format', 'prettier', '--check', '.', '--log-level', 'warn'],
  ]),
]);
if (browser) await vitest(['journeys']);
else
  skipFiles(
    'tests/journeys',
    'no Chromium in /usr/bin: install chromium or chromium-headless-shell, or run as root on Debian',
  );
if (!postgres) console.log('not run on PostgreSQL: no server binaries in /usr/lib/postgresql');

for (const failure of failures) console.log(`FAILED  ${failure}`);
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function ensurePackages() {
  // `npm ci` would empty the folder behind a link, which others use too.
  if (lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const installed = 'node_modules/.package-lock.json';
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' });
  if (status !== 0) {
    console.error('npm ci failed: the packages in package-lock.json could not be installed');
    process.exit(1);
  }
}

function ensureBrowser() {
  const hasShell = () => existsSync('/usr/bin/chromium-headless-shell');
  const hasBrowser = () => hasShell() || existsSync('/usr/bin/chromium');
  const hasFont = () => /:/.test(spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).stdout ?? '');
  // The whole browser does as well but is a fifth slower: replaced only where nobody minds.
  const hasFitting = process.env.CI ? hasShell() : hasBrowser();
  if (!hasFitting || !hasFont())
    aptInstall(['chromium-headless-shell', 'libgl1-mesa-dri', 'libegl1', 'fonts-noto-cjk', 'fontconfig']);
  return hasBrowser();
}

function ensurePostgres() {
  const hasServer = () =>
    existsSync('/usr/lib/postgresql') &&
    readdirSync('/usr/lib/postgresql').some((version) => existsSync(`/usr/lib/postgresql/${version}/bin/initdb`));
  if (!hasServer() && process.env.CI) aptInstall(['postgresql']);
  return hasServer();
}

/** Other people's programs, against which the survey formats are tested; without them those tests are skipped by name. */
function ensureGdal() {
  if (!existsSync('/usr/bin/ogr2ogr') && process.env.CI) aptInstall(['gdal-bin']);
}

/** @param {string[]} packages */
function aptInstall(packages) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return;
  console.log(`installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  if (status !== 0) console.error(`apt-get could not install ${packages.join(', ')}`);
}

/** Runs checks one after another. @param {string[][]} list */
async function checks(list) {
  for (const [name = '', ...command] of list) await check(name, command);
}

/** What a check prints is shown when it has ended: another runs beside it. @param {string} name @param {string[]} command */
async function check(name, command) {
  const started = Date.now();
  const [program = '', ...args] = command[0] === 'node' ? command : ['npx', '--no-install', ...command];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += chunk));
  child.stderr.on('data', (chunk) => (printed += chunk));
  const status = await new Promise((resolve) => child.on('close', resolve));
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  process.stdout.write(printed);
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name} (${seconds} s)`);
  if (status === 0) passed += 1;
  else failed += 1;
  if (status !== 0) failures.push(name);
}

/** @param {string[]} projects */
async function vitest(projects) {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-tests-'));
  const report = join(folder, 'report.json');
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const run = spawn('npx', ['--no-install', 'vitest', 'run', ...chosen, ...reporters], { stdio: 'inherit' });
  const status = await new Promise((resolve) => run.on('close', resolve));
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  rmSync(folder, { recursive: true, force: true });
  passed += counts?.numPassedTests ?? 0;
  const broken = brokenTests(counts);
  if (status !== 0 && broken.length === 0) broken.push(`vitest ended with ${status}: ${projects.join(', ')}`);
  failed += broken.length;
  failures.push(...broken);
  for (const test of skippedTests(counts)) skip(test);
}

/**
 * Tests that failed, and files that broke outside their tests, with what they said first.
 * @param {{testResults: {name: string, status: string, message: string, assertionResults:
 *   {status: string, fullName: string, failureMessages: string[]}[]}[]} | null} counts
 */
function brokenTests(counts) {
  return (counts?.testResults ?? []).flatMap((file) => {
    const name = relative(root, file.name);
    const tests = file.assertionResults.filter((test) => test.status === 'failed');
    if (file.status === 'failed' && tests.length === 0) return [`${name}: ${opening(file.message)}`];
    return tests.map((test) => `${name} > ${test.fullName}: ${opening(test.failureMessages.join('\n'))}`);
  });
}

/** @param {string} message */
function opening(message) {
  return message.slice(0, 800);
}

/** @param {{testResults: {assertionResults: {status: string, fullName: string}[]}[]} | null} counts */
function skippedTests(counts) {
  const tests = counts?.testResults.flatMap((file) => file.assertionResults) ?? [];
  return tests.filter((test) => test.status === 'skipped' || test.status === 'pending').map((test) => test.fullName);
}

/** Reports every test of a folder as skipped, by its name. @param {string} folder @param {string} why */
function skipFiles(folder, why) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.test.ts'))) {
    const titles = readFileSync(join(folder, file), 'utf8').matchAll(/^\s*(?:test|\]\))\(\s*'([^']+)'/gm);
    for (const [, title] of titles) skip(`${folder}/${file} > ${title}: ${why}`);
  }
}

/** @param {string} what */
function skip(what) {
  skipped += 1;
  console.log(`skipped: ${what}`);
}
