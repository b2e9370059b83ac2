import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { workloads as account } from './account.ts';
import { workloads as ellipsoidArea } from './ellipsoid-area.ts';
import { clickRows } from './click.ts';
import { measure, type Row } from './measure.ts';
import { workloads as overlayArea } from './overlay-area.ts';
import { printTable } from './print-table.ts';
import type { Workloads } from './workload.ts';

const sources: readonly Workloads[] = [ellipsoidArea, overlayArea, account];

const rows: Row[] = [];
for (const source of sources) {
  for (const workload of await source()) {
    const measured = await measure(workload);
    printTable(measured);
    rows.push(...measured);
  }
}

const clicks = await clickRows();
printTable(clicks);
rows.push(...clicks);

const folder = join(import.meta.dirname, '../../bench');
mkdirSync(folder, { recursive: true });
const machine = `${cpus()[0]?.model.trim() ?? 'unknown'} × ${cpus().length}, ${process.platform} ${process.arch}`;
const report = { machine, date: new Date().toISOString(), node: process.version, rows };
writeFileSync(join(folder, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`);

const wrong = rows.filter(({ isCorrect }) => isCorrect === false);
for (const { workload, peer } of wrong) console.log(`wrong: ${workload}: ${peer}`);
process.exit(wrong.some(({ timesFaster }) => timesFaster === 1) ? 1 : 0);
