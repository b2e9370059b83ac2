import { hasPostgres } from '../support/postgres.ts';
import { clickQgis, hasQgisServer } from './click/click-qgis.ts';
import { clickYuantu } from './click/click-yuantu.ts';
import type { Clicker } from './click/clicker.ts';
import type { Row } from './measure.ts';

const warmUps = 300;
const clicks = 400;
const pollingClicks = 30;
const atLeast = 10;

type Entry = { readonly open: () => Promise<Clicker>; readonly count: number };

/**
 * From the click of one person to the moment it is stored for good and another person's open page has it. Each
 * server is a process of its own on loopback, with fsync on; one after another, never at the same time.
 */
export async function clickRows(): Promise<Row[]> {
  const entries: Entry[] = [{ open: () => clickYuantu('embedded', false), count: clicks }];
  entries.push({ open: () => clickYuantu('embedded', true), count: clicks });
  if (hasPostgres) {
    entries.push({ open: () => clickYuantu('PostgreSQL', false), count: clicks });
    entries.push({ open: () => clickYuantu('PostgreSQL', true), count: clicks });
  } else console.log('\nclicks: PostgreSQL is not installed (apt-get install postgresql-15); only embedded is timed');
  if (hasPostgres && hasQgisServer) {
    entries.push({ open: () => clickQgis('this parcel at once'), count: clicks });
    entries.push({ open: () => clickQgis('every parcel at once'), count: clicks });
    entries.push({ open: () => clickQgis('every parcel each second'), count: pollingClicks });
  } else console.log('\nclicks: QGIS Server is not installed (apt-get install qgis-server postgresql-15-postgis-3)');
  const measured = [];
  for (const entry of entries) measured.push(await timed(entry));
  const [ours] = measured.filter(({ name }) => name === (hasPostgres ? 'yuantu on PostgreSQL' : 'yuantu on embedded'));
  return measured.map(({ name, until, half, most, check }) => {
    const timesFaster = half / ours!.half;
    const aims = name.startsWith('QGIS') ? [{ text: `≥ ${atLeast}×`, isReached: timesFaster >= atLeast }] : [];
    return {
      workload: 'from a click to durable and on another open page',
      operation: 'click',
      peer: `${name}: until ${until}`,
      operationsPerSecond: 1000 / half,
      millisecondsPerRun: half,
      millisecondsAt99: most,
      timesFaster,
      aims: name.startsWith('yuantu') ? [{ text: '≤ 100 ms', isReached: half <= 100 }] : aims,
      isCorrect: check.isCorrect,
      correctness: check.text,
    };
  });
}

async function timed({ open, count }: Entry) {
  const clicker = await open();
  try {
    for (let click = 0; click < (count < clicks ? 2 : warmUps); click += 1) await clicker.click();
    const milliseconds: number[] = [];
    for (let click = 0; click < count; click += 1) {
      const from = performance.now();
      await clicker.click();
      milliseconds.push(performance.now() - from);
    }
    milliseconds.sort((a, b) => a - b);
    const at = (part: number) => milliseconds[Math.min(count - 1, Math.floor(count * part))]!;
    return { name: clicker.name, until: clicker.until, half: at(0.5), most: at(0.99), check: await clicker.check() };
  } finally {
    await clicker.close();
  }
}
