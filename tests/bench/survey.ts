import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openHouseAt, openHouseIn, preparedFolder } from '../support/database.ts';
import { hasOgr } from '../support/ogr.ts';
import { hasPostgres, startCluster, type Cluster } from '../support/postgres.ts';
import { temporaryFolder } from '../support/server-process.ts';
import type { Row } from './measure.ts';
import type { Contender, Taken } from './survey/contender.ts';
import { surveyFabric, type SurveyFabric } from './survey/survey-fabric.ts';
import { stretchPark } from './survey/survey-park.ts';
import { takePostgis } from './survey/take-postgis.ts';
import { embeddedStore, takeYuantu, type Store } from './survey/take-yuantu.ts';
import { writeFabric } from './survey/write-fabric.ts';

const seed = 20;
/** Of every kind one defect in so many parcels, but no more than that many. */
const [parcelsPerDefect, mostDefects] = [10_000, 10];
const rounds = 3;
const atLeast = 3;
const atMostSeconds = 300;
const root = join(import.meta.dirname, '../..');
const hasPostgis = existsSync('/usr/share/postgresql/15/extension/postgis.control');

/** Planted defects that ST_IsValid or a join of a table with itself can tell at all. */
const toldByPostgis =
  'ring-too-short self-crossing self-touching hole-outside hole-crossing-shell hole-in-hole holes-overlap duplicate-part parts-overlap overlap duplicate-feature'.split(
    ' ',
  );

/**
 * A survey file with planted defects, from the file to a park with its parcels and everything found; beside ogr2ogr into
 * PostGIS, ST_IsValid and a self-join. Everything is a process of its own; in turn, the best of some rounds counts.
 */
export async function surveyRows(parcels: number): Promise<Row[]> {
  execFileSync(process.execPath, ['server/build.mjs', 'warn'], { cwd: root, stdio: 'inherit' });
  const timesEach = Math.min(mostDefects, Math.max(1, Math.round(parcels / parcelsPerDefect)));
  const fabric = surveyFabric(parcels, seed, timesEach);
  const folder = temporaryFolder();
  const file = join(folder.path, 'parcels.geojson');
  const cluster = hasPostgres ? startCluster() : null;
  try {
    writeFabric(file, fabric.features, { originEast: 526_000, originNorth: 3_041_000 });
    const contenders = await contend(file, fabric, cluster, folder.path);
    const best = await bestOf(contenders);
    for (const contender of contenders) await contender.close();
    return rowsOf(best, fabric);
  } finally {
    cluster?.stop();
    folder.remove();
  }
}

async function contend(
  file: string,
  { outline }: SurveyFabric,
  cluster: Cluster | null,
  folder: string,
): Promise<Contender[]> {
  const prepared = await preparedFolder();
  await stretchPark(await openHouseIn(prepared), outline);
  const limits = { folder, atMostSeconds };
  const embedded = embeddedStore(prepared, folder);
  const ours = takeYuantu(
    'yuantu import --accept',
    file,
    {
      ...embedded,
      close: async () => {
        await embedded.close();
        rmSync(prepared, { recursive: true, force: true });
      },
    },
    limits,
  );
  const contenders = [ours];
  if (cluster) {
    const store = await postgresStore(cluster, outline, folder);
    contenders.push(takeYuantu('yuantu import --accept', file, store, limits));
    contenders.push(takeYuantu('yuantu import, nothing accepted', file, store, limits));
    contenders.push(takeYuantu('yuantu check', file, store, limits));
  }
  if (cluster && hasOgr && hasPostgis) contenders.push(takePostgis(file, cluster, limits));
  else
    console.log(
      '\nsurvey files: ogr2ogr or PostGIS is not installed (apt-get install gdal-bin postgresql-15-postgis-3)',
    );
  return contenders;
}

async function postgresStore(cluster: Cluster, outline: SurveyFabric['outline'], folder: string): Promise<Store> {
  const template = 'stretched';
  await stretchPark(await openHouseAt(await cluster.createDatabase(undefined, template)), outline);
  return {
    name: 'PostgreSQL',
    make: async () => ({ DATABASE_URL: await cluster.createDatabase(template), DATA_DIR: join(folder, 'documents') }),
    close: async () => undefined,
  };
}

/** In turn, so that whatever else the machine does meets all of them; who fails is not asked again. */
async function bestOf(contenders: readonly Contender[]): Promise<ReadonlyMap<string, Taken>> {
  const best = new Map<string, Taken>();
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run } of contenders) {
      const known = best.get(name);
      if (known?.failure) continue;
      const taken = await run();
      if (!known || taken.failure !== null || taken.seconds < known.seconds) best.set(name, taken);
    }
  }
  return best;
}

function rowsOf(best: ReadonlyMap<string, Taken>, fabric: SurveyFabric): Row[] {
  const [ours] = [...best.values()];
  return [...best].map(([peer, taken]) => {
    const isOurs = peer.startsWith('yuantu');
    const timesFaster = taken.seconds / ours!.seconds;
    const { isCorrect, text } = checkFound(taken, fabric, isOurs);
    return {
      workload: `a survey file of ${fabric.features.length.toLocaleString('en')} parcels with ${fabric.planted.length} planted defects`,
      operation: 'parcel',
      peer,
      operationsPerSecond: fabric.features.length / taken.seconds,
      millisecondsPerRun: taken.seconds * 1000,
      processorSeconds: taken.processorSeconds,
      peakMegabytes: taken.peakMegabytes,
      timesFaster,
      aims: isOurs ? [] : [{ text: `≥ ${atLeast}×`, isReached: ours!.failure === null && timesFaster >= atLeast }],
      isCorrect: taken.failure === null && isCorrect,
      correctness: taken.failure === null ? text : `FAILED: ${taken.failure}; ${text}`,
    };
  });
}

/** Of ours every planted defect must be there by its code; of PostGIS anything at all on the parcels it can tell of. */
function checkFound({ found, parts }: Taken, { planted }: SurveyFabric, isOurs: boolean) {
  const isTold = ({ code, feature }: SurveyFabric['planted'][number]) =>
    isOurs ? (found.get(feature)?.includes(code) ?? false) : found.has(feature);
  const told = planted.filter(isTold).length;
  const due = isOurs ? planted : planted.filter(({ code }) => toldByPostgis.includes(code));
  const kinds = new Set([...found.values()].flat()).size;
  return {
    isCorrect: due.every(isTold),
    text: `${told} of ${planted.length} planted, ${kinds} kinds${parts === '' ? '' : `; ${parts}`}`,
  };
}
