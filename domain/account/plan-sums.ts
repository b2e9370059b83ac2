import type { ParkFacts } from '../park/facts.ts';
import type { PlanVersion } from '../park/schema.ts';
import { parcelStatuses, type ParcelStatus } from '../parcel/schema.ts';
import { accountColumns, landColumns, type AccountColumn } from './columns.ts';
import { zoneColumns } from './columns-of.ts';
import { DaySums } from './day-sums.ts';
import { columnPlace, measureCount, statusPlace } from './measures.ts';

/** An area and the number of parcels (in land columns: zones) that make it up. */
export interface Amount {
  readonly twiceAreaSquareMillimetres: number;
  readonly count: number;
}

export interface TotalsRow {
  /** Phase code, or null for the whole park. */
  readonly phase: string | null;
  readonly outlineTwiceAreaSquareMillimetres: number;
  readonly columns: Readonly<Record<AccountColumn, Amount>>;
  /** Every parcel in one status: together they are the planned area. */
  readonly statuses: Readonly<Record<ParcelStatus, Amount>>;
  /** Outline minus parcels minus land columns. */
  readonly balanceTwiceAreaSquareMillimetres: number;
}

export interface AccountTotals {
  readonly planVersion: string;
  readonly rows: readonly TotalsRow[];
}

export interface Move {
  readonly before: number;
  readonly mask: number;
  readonly sign: 1 | -1;
  readonly twiceAreaSquareMillimetres: number;
}

interface Row {
  readonly phase: string | null;
  readonly outlineTwiceAreaSquareMillimetres: number;
  isUsed: boolean;
}

/** The sums of one plan version per phase and for the whole park, day by day. */
export class PlanSums {
  readonly #rows: readonly Row[];
  readonly #rowOfPhase: ReadonlyMap<string | null, number>;
  readonly #sums: DaySums;

  constructor(facts: ParkFacts, version: PlanVersion) {
    const rows = [...facts.phases, { ...version, code: null }];
    this.#rows = rows.map(({ code, twiceAreaSquareMillimetres }) => ({
      phase: code,
      outlineTwiceAreaSquareMillimetres: twiceAreaSquareMillimetres,
      isUsed: code === null,
    }));
    this.#rowOfPhase = new Map(this.#rows.map(({ phase }, row) => [phase, row]));
    this.#sums = new DaySums(rows.length * measureCount * 2);
    for (const [zone, column] of zoneColumns(facts, version)) {
      const planned = column === 'planned' ? 1 << statusPlace.planned : 0;
      const mask = column === null ? 0 : planned | (1 << columnPlace[column]);
      this.move(0, zone.phase, { ...zone, before: 0, mask, sign: 1 });
    }
  }

  /** Moves a parcel or zone on a day from the measures of one mask to those of another. */
  move(day: number, phase: string | null, { before, mask, sign, twiceAreaSquareMillimetres }: Move): void {
    const sums = this.#sums.from(day);
    const ofPhase = phase === null ? undefined : this.#rowOfPhase.get(phase);
    if (ofPhase !== undefined) this.#rows[ofPhase]!.isUsed = true;
    const park = this.#rows.length - 1;
    for (let place = 0, open = before ^ mask; open !== 0; place += 1, open >>>= 1) {
      if ((open & 1) === 0) continue;
      const count = (mask >>> place) & 1 ? sign : -sign;
      add(sums, (park * measureCount + place) * 2, count, twiceAreaSquareMillimetres);
      if (ofPhase === undefined) continue;
      add(sums, (ofPhase * measureCount + place) * 2, count, twiceAreaSquareMillimetres);
    }
  }

  /** One row per phase that the plan has land in, and the whole park last. */
  totals(day: number): TotalsRow[] {
    const sums = this.#sums.upTo(day);
    return this.#rows.flatMap((row, index) => (row.isUsed ? [totalsRow(row, sums, index * measureCount)] : []));
  }
}

function add(sums: readonly Float64Array[], at: number, count: number, twiceAreaSquareMillimetres: number): void {
  for (const row of sums) {
    row[at]! += count * twiceAreaSquareMillimetres;
    row[at + 1]! += count;
  }
}

function totalsRow(row: Row, sums: Float64Array, first: number): TotalsRow {
  const { phase, outlineTwiceAreaSquareMillimetres } = row;
  const amount = (place: number): Amount => ({
    twiceAreaSquareMillimetres: sums[(first + place) * 2]!,
    count: sums[(first + place) * 2 + 1]!,
  });
  const columns = named(accountColumns, (column) => amount(columnPlace[column]));
  const statuses = named(parcelStatuses, (status) => amount(statusPlace[status]));
  const explained = ['planned' as const, ...landColumns].reduce(
    (sum, column) => sum + columns[column].twiceAreaSquareMillimetres,
    0,
  );
  const balance = outlineTwiceAreaSquareMillimetres - explained;
  return { phase, outlineTwiceAreaSquareMillimetres, columns, statuses, balanceTwiceAreaSquareMillimetres: balance };
}

function named<Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
): Record<Name, Value> {
  const record = {} as Record<Name, Value>;
  for (const name of names) record[name] = valueOf(name);
  return record;
}
