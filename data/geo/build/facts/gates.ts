import { covers, finished, type Stretch } from './stretches.ts';
import { standardFactoryChainage, type Parcel } from '../jinling/parcels.ts';

export type GateRow = {
  parcel: string;
  gate: 'approved' | 'acquired' | 'levelled' | 'telecom';
  plannedOn: string | null;
  doneOn: string | null;
  document: string | null;
};
export type Selection = { now: Parcel[]; waiting: Parcel[]; december: Parcel[]; office: Parcel };

const mu = 2000 / 3;
export const today = '2007-11-30';
const yearEnd = '2007-12-31';

/**
 * Which parcels are levelled now and which follow in December. Chosen so that the land available comes out near 985 亩
 * now and 1500 亩 at the year's end; the figures themselves are computed from the gates, nowhere stored.
 */
export function selectParcels(parcels: readonly Parcel[], stretches: readonly Stretch[]): Selection {
  const office = parcels.find((p) => p.landUse === 'C1')!;
  const usable = parcels.filter((p) => p !== office && p.access && p.landUse !== 'S3' && !holdsStandardFactory(p));
  const served = (p: Parcel, day: string, withPlanned: boolean): boolean =>
    covers(finished(stretches, p.access!.road, 'subgrade', day, withPlanned), p.access!.fromMetres, p.access!.toMetres);
  const waiting = usable.filter(
    (p) => p.access!.road === 'R0' && p.access!.fromMetres >= 1700 && p.access!.toMetres <= 1900,
  );
  const now = pick(usable.filter((p) => served(p, today, false)).sort(byPlace), 985, 12);
  const rest = usable
    .filter((p) => !now.includes(p) && !waiting.includes(p) && p.phase !== '3' && served(p, yearEnd, true))
    .sort(byPlace);
  const december = pick(rest, 1500 - muOf(now) - muOf(waiting), 14);
  return { now, waiting, december, office };
}

const holdsStandardFactory = ({ access }: Parcel): boolean =>
  access?.road === 'R0' &&
  access.side === 'left' &&
  access.fromMetres < standardFactoryChainage &&
  access.toMetres > standardFactoryChainage;

export const muOf = (parcels: readonly Parcel[]): number =>
  parcels.reduce((sum, p) => sum + p.areaSquareMetres, 0) / mu;

const order = { R0: 0, R3: 1, R1: 2, R2: 3, R4: 4 } as Record<string, number>;
const byPlace = (a: Parcel, b: Parcel): number =>
  (order[a.access!.road] ?? 9) - (order[b.access!.road] ?? 9) ||
  a.access!.fromMetres - b.access!.fromMetres ||
  (a.code < b.code ? -1 : 1);

/** The first parcels in order, the last few of them exchanged until the sum of 亩 is nearest to the one wanted. */
function pick(parcels: readonly Parcel[], wantedMu: number, exchange: number): Parcel[] {
  const total = muOf(parcels);
  if (total < wantedMu) throw new Error(`only ${total.toFixed(1)} of ${wantedMu.toFixed(1)} 亩 to choose from`);
  const out: Parcel[] = [];
  while (muOf([...out, parcels[out.length]!]) < wantedMu) out.push(parcels[out.length]!);
  const fixed = out.slice(0, Math.max(0, out.length - Math.floor(exchange / 2)));
  const free = parcels.slice(fixed.length, fixed.length + exchange);
  let best = { off: Infinity, set: 0 };
  for (let set = 0; set < 1 << free.length; set++) {
    const sum = muOf(fixed) + free.reduce((s, p, i) => s + (set & (1 << i) ? p.areaSquareMetres / mu : 0), 0);
    const off = Math.abs(sum - wantedMu);
    if (off < best.off - 0.4) best = { off, set };
  }
  return [...fixed, ...free.filter((_, i) => best.set & (1 << i))];
}

const batches = [
  { name: '示例〔2007〕第1批次', approvedOn: '2007-01-22' },
  { name: '示例〔2007〕第2批次', approvedOn: '2007-06-18' },
  { name: '示例〔2007〕第3批次', approvedOn: '2007-10-16' },
] as const;

export function listGates(parcels: readonly Parcel[], { now, waiting, december, office }: Selection): GateRow[] {
  return parcels.flatMap((parcel, i): GateRow[] => {
    const rows = (approved: Day, acquired: Day, levelled: Day, document: string | null): GateRow[] => [
      { parcel: parcel.code, gate: 'approved', ...approved, document },
      { parcel: parcel.code, gate: 'acquired', ...acquired, document: null },
      { parcel: parcel.code, gate: 'levelled', ...levelled, document: null },
      {
        parcel: parcel.code,
        gate: 'telecom',
        plannedOn: parcel.phase === '1' ? '2008-06-30' : '2008-12-31',
        doneOn: null,
        document: null,
      },
    ];
    const spread = (from: string, days: number): string => addDays(from, (i * 7) % days);
    if (now.includes(parcel) || parcel === office) {
      const early = parcel.access!.road === 'R0' && parcel.access!.toMetres < 960;
      const approved = early ? batches[0] : batches[1];
      const level = early ? spread('2007-05-10', 95) : spread('2007-09-01', 80);
      return rows(
        done(approved.approvedOn),
        done(addDays(approved.approvedOn, 32 + (i % 5) * 3)),
        done(level),
        approved.name,
      );
    }
    if (waiting.includes(parcel))
      return rows(done(batches[1].approvedOn), done('2007-08-08'), done(spread('2007-11-12', 14)), batches[1].name);
    if (december.includes(parcel)) {
      const acquired = addDays(batches[2].approvedOn, 14 + (i % 6) * 4);
      return rows(done(batches[2].approvedOn), done(acquired), planned(spread('2007-12-08', 21)), batches[2].name);
    }
    if (parcel.phase === '1')
      return rows(
        done(batches[2].approvedOn),
        done(addDays('2007-11-05', i % 20)),
        planned(spread('2008-02-20', 120)),
        batches[2].name,
      );
    if (parcel.phase === '2')
      return i % 3 === 0
        ? rows(done(batches[2].approvedOn), planned('2008-01-31'), planned(spread('2008-04-15', 150)), batches[2].name)
        : rows(
            planned('2008-01-25'),
            planned('2008-03-31'),
            planned(spread('2008-06-01', 150)),
            '示例〔2008〕第1批次（拟报）',
          );
    return i % 2 === 0
      ? rows(
          planned('2008-05-31'),
          planned('2008-08-31'),
          planned(spread('2008-10-01', 85)),
          '示例〔2008〕第2批次（拟报）',
        )
      : rows(planned('2008-09-30'), none, none, '示例〔2008〕第3批次（拟报）');
  });
}

type Day = { plannedOn: string | null; doneOn: string | null };
const none: Day = { plannedOn: null, doneOn: null };
const done = (day: string): Day => ({ plannedOn: day, doneOn: day });
const planned = (day: string): Day => ({ plannedOn: day, doneOn: null });

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
