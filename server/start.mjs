// @ts-check
// `npm start` on a bare machine. Plain JavaScript without packages, because it has to run before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const inputs = ['domain', 'server', 'web', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];
const stampFile = join(root, 'dist', 'built-from');

requireNode(20, 19);
installPackages();
buildPage();
await import(pathToFileURL(join(root, 'dist', 'server', 'main.js')).href);

/** @param {number} major @param {number} minor */
function requireNode(major, minor) {
  const [hasMajor = 0, hasMinor = 0] = process.versions.node.split('.').map(Number);
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return;
  stop(`园图 needs Node ${major}.${minor} or later; this is ${process.versions.node}.`);
}

function installPackages() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing packages (npm ci) …');
  run('npm', ['ci', '--no-audit', '--no-fund'], 'The packages could not be installed; see the lines above.');
}

function buildPage() {
  const stamp = sourceStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.log('Building the page …');
  run(
    'npm',
    ['run', '--silent', 'build', '--', '--logLevel', 'warn'],
    'The page could not be built; see the lines above.',
  );
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** A hash over the names and contents of everything the build reads. */
function sourceStamp() {
  const hash = createHash('sha256');
  for (const input of inputs) addToHash(hash, input);
  return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} path */
function addToHash(hash, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addToHash(hash, join(path, name));
    return;
  }
  const content = readFileSync(full);
  hash.update(`${path}\0${content.length}\0`).update(content);
}

/** @param {string} command @param {string[]} args @param {string} complaint */
function run(command, args, complaint) {
  const { status, signal } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (signal) process.exit(130);
  if (status !== 0) stop(complaint);
}

/** @param {string} complaint @returns {never} */
function stop(complaint) {
  console.error(complaint);
  process.exit(1);
}
