/** Builds every file of data/geo and proves them: `npm run data`. `--check` only proves what is there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check } from './build/check.ts';
import { origin } from './build/jinling/frame.ts';
import { collection, table, type Feature, type Origin } from './build/geojson.ts';
import { buildHeshunLandscape, origin as heshunOrigin } from './build/heshun/landscape.ts';
import { buildHeshun } from './build/heshun/build.ts';
import { buildJinling } from './build/jinling/build.ts';
import { landUses } from './build/land-use.ts';
import { buildLandscape } from './build/jinling/landscape.ts';

const home = fileURLToPath(new URL('.', import.meta.url));

function write(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(`${home}${folder}`, { recursive: true });
  for (const [name, text] of files) writeFileSync(`${home}${folder}${name}`, text);
}

/** The same files twice, or the build is not to be trusted. */
function twice(build: () => Map<string, string>): Map<string, string> {
  const [first, second] = [build(), build()];
  for (const [name, text] of first)
    if (second.get(name) !== text) throw new Error(`${name} comes out differently each time`);
  return first;
}

const landscape = (features: readonly Feature[], from: Origin): Map<string, string> =>
  new Map([['base.geojson', collection(features, from, 6)]]);

const options = new Set(process.argv.slice(2));
if (!options.has('--check')) {
  write('', new Map([['land-use.json', table(landUses)]]));
  write('jinling/', twice(buildJinling));
  write('heshun/', twice(buildHeshun));
  if (!options.has('--no-landscape')) {
    write('jinling/', landscape(buildLandscape(), origin));
    write('heshun/', landscape(buildHeshunLandscape(), heshunOrigin));
  }
}
if (!check(home)) process.exit(1);
