import { AccountTable } from '../account/account-table.ts';
import { accountColumns, planInForce, type AccountColumn } from '../account/account.ts';
import type { AccountTotals } from '../account/plan-sums.ts';
import { squareMetres } from '../geometry/area.ts';
import type { AsOf, Day } from '../day.ts';
import { parcelsOn } from '../parcel/parcels-on.ts';
import type { ParcelStatus } from '../parcel/schema.ts';
import { layerProgress } from '../road/progress.ts';
import type { RoadLayer } from '../road/schema.ts';
import type { Decision } from './decision.ts';
import { applyChanges, inverse, knownUntil, type Change, type ParkFacts } from './facts.ts';
import { isPlan } from './is-plan.ts';

export interface Effect {
  readonly on: Day;
  readonly known: Day;
  readonly moved: readonly { readonly parcel: string; readonly before: ParcelStatus; readonly after: ParcelStatus }[];
  readonly rows: readonly {
    readonly phase: string | null;
    readonly columns: readonly {
      readonly column: AccountColumn;
      readonly beforeSquareMetres: number;
      readonly afterSquareMetres: number;
    }[];
  }[];
  readonly roads: readonly {
    readonly road: string;
    readonly layer: RoadLayer;
    readonly beforeMetres: number;
    readonly afterMetres: number;
    readonly lengthMetres: number;
  }[];
}

/**
 * What a decision changes in the account, the parcels and the roads, seen on the day it takes effect (a plan: as a
 * forecast for its day). The facts, and the table that `tableOf` keeps for a known day, are changed and put back before
 * this returns.
 */
export function effectOf(
  facts: ParkFacts,
  decision: Decision,
  tableOf: (knownOn: Day) => AccountTable = (knownOn) => new AccountTable(facts, knownOn),
): Effect {
  const { changes } = decision;
  const known = knownUntil(facts);
  const later = decision.effectiveOn > known ? decision.effectiveOn : known;
  const asOf = { on: later, knownOn: changes.every(isPlan) ? known : later };
  const table = tableOf(asOf.knownOn);
  const affected = table.affectedBy(changes);
  const look = () => glance(facts, changes, asOf, table, affected);
  const move = (moved: readonly Change[]) => {
    applyChanges(facts, moved);
    table.apply(moved);
  };
  const before = look();
  move(changes);
  try {
    return { on: asOf.on, known: asOf.knownOn, ...difference(before, look()) };
  } finally {
    move(inverse(changes));
  }
}

interface Glance {
  readonly totals: AccountTotals;
  /** Of the parcels that may move, in the order of the park. */
  readonly statuses: ReadonlyMap<string, ParcelStatus>;
  readonly roads: ReadonlyMap<string, Omit<Effect['roads'][number], 'beforeMetres'>>;
}

function glance(
  facts: ParkFacts,
  changes: readonly Change[],
  asOf: AsOf,
  table: AccountTable,
  affected: ReadonlySet<string>,
): Glance {
  const roads = new Map<string, Omit<Effect['roads'][number], 'beforeMetres'>>();
  for (const change of changes) {
    const stretch = change.table === 'stretch' ? (change.after ?? change.before) : null;
    const road = stretch ? facts.roads.get(stretch.road) : undefined;
    if (!stretch || !road) continue;
    const { layer } = stretch;
    const ofLayer = [...(facts.stretches.get(road.code)?.values() ?? [])].filter((one) => one.layer === layer);
    const { expectedMetres } = layerProgress(road, ofLayer, layer, asOf);
    roads.set(`${road.code}/${layer}`, {
      road: road.code,
      layer,
      afterMetres: expectedMetres,
      lengthMetres: road.lengthMetres,
    });
  }
  const { code } = planInForce(facts, asOf.on);
  const statuses = parcelsOn(facts, asOf.on)
    .filter((parcel) => affected.has(parcel.code) && parcel.planVersion === code)
    .map((parcel) => [parcel.code, table.statusOn(parcel.code, asOf.on)] as const);
  return { totals: table.totals(asOf.on), statuses: new Map(statuses), roads };
}

function difference(before: Glance, after: Glance): Pick<Effect, 'moved' | 'rows' | 'roads'> {
  const moved = [...after.statuses].flatMap(([parcel, status]) => {
    const was = before.statuses.get(parcel);
    return was && was !== status ? [{ parcel, before: was, after: status }] : [];
  });
  const rows = after.totals.rows.flatMap((row) => {
    const old = before.totals.rows.find(({ phase }) => phase === row.phase);
    const columns = accountColumns.flatMap((column) => {
      const is = row.columns[column].twiceAreaSquareMillimetres;
      const was = old?.columns[column].twiceAreaSquareMillimetres ?? 0;
      return is === was ? [] : [{ column, beforeSquareMetres: squareMetres(was), afterSquareMetres: squareMetres(is) }];
    });
    return columns.length ? [{ phase: row.phase, columns }] : [];
  });
  const roads = [...after.roads].map(([key, road]) => ({
    ...road,
    beforeMetres: before.roads.get(key)?.afterMetres ?? 0,
  }));
  return { moved, rows, roads };
}
