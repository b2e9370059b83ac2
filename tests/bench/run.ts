import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { workloads as account } from './account.ts';
import { workloads as cutArea } from './cut-area.ts';
import { workloads as ellipsoidArea } from './ellipsoid-area.ts';
import { clickRows } from './click.ts';
import { measure, type Row } from './measure.ts';
import { workloads as overlayArea } from './overlay-area.ts';
import { workloads as placeFile } from './place-file.ts';
import { printTable } from './print-table.ts';
import { surveyRows } from './survey.ts';
import type { Workloads } from './workload.ts';

const inProcess: readonly Workloads[] = [ellipsoidArea, overlayArea, cutArea, placeFile, account];
const { values } = parseArgs({
  options: { only: { type: 'string' }, parcels: { type: 'string', default: '100000' } },
});
const parcels = Number(values.parcels);
if (!(Number.isInteger(parcels) && parcels > 0)) throw new Error('--parcels is the size of the survey file');

const rows: Row[] = [];
const show = (measured: readonly Row[]) => {
  printTable(measured);
  rows.push(...measured);
};
const benches: Readonly<Record<string, () => Promise<void>>> = {
  computing: async () => {
    for (const source of inProcess) for (const workload of await source()) show(await measure(workload));
  },
  clicks: async () => show(await clickRows()),
  survey: async () => show(await surveyRows(parcels)),
};
const names = Object.keys(benches).filter((name) => values.only === undefined || name === values.only);
if (names.length === 0) throw new Error(`--only is one of ${Object.keys(benches).join(', ')}`);
for (const name of names) await benches[name]!();

const folder = join(import.meta.dirname, '../../bench');
mkdirSync(folder, { recursive: true });
const machine = `${cpus()[0]?.model.trim() ?? 'unknown'} × ${cpus().length}, ${process.platform} ${process.arch}`;
const report = { machine, date: new Date().toISOString(), node: process.version, rows };
const isWhole = names.length === Object.keys(benches).length && parcels >= 100_000;
if (isWhole) writeFileSync(join(folder, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`);

const wrong = rows.filter(({ isCorrect }) => isCorrect === false);
for (const { workload, peer } of wrong) console.log(`wrong: ${workload}: ${peer}`);
process.exit(wrong.some(({ timesFaster }) => timesFaster === 1) ? 1 : 0);
