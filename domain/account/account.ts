import type { AsOf } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import type { PlanVersion, Zone } from '../park/schema.ts';
import { parcelState, type ParcelState } from '../parcel/parcel-state.ts';
import { parcelsOn } from '../parcel/parcels-on.ts';
import type { Parcel } from '../parcel/schema.ts';
import { columnsOf, zoneColumns } from './columns-of.ts';
import { accountColumns, landColumns, type AccountColumn } from './columns.ts';

export * from './columns.ts';

/** An area and what makes it up: parcel codes for parcel columns, zone codes for land columns. */
export interface Figure {
  readonly twiceAreaSquareMillimetres: number;
  readonly codes: readonly string[];
}

export interface AccountRow {
  /** Phase code, or null for the whole park. */
  readonly phase: string | null;
  readonly outlineTwiceAreaSquareMillimetres: number;
  readonly figures: Readonly<Record<AccountColumn, Figure>>;
  /** Outline minus parcels minus land columns: zero in an account that balances. */
  readonly balanceTwiceAreaSquareMillimetres: number;
}

export interface ParkAccount {
  readonly planVersion: string;
  readonly rows: readonly AccountRow[];
  readonly states: ReadonlyMap<string, ParcelState>;
}

/** The plan version in force on a day; the first one before any was in force. */
export function planInForce(facts: ParkFacts, on: string): PlanVersion {
  const inForce = facts.planVersions.filter((version) => version.inForceFrom <= on).at(-1) ?? facts.planVersions[0];
  if (!inForce) throw new Error(`park ${facts.park.code} has no plan version`);
  return inForce;
}

/**
 * The land account of a park as of a day: one row per phase, and the whole park last. Plane areas as exact integers
 * (twice square millimetres) of the plan version in force. Where a plan has no parcels, its zones for parcels count as planned.
 */
export function landAccount(facts: ParkFacts, asOf: AsOf): ParkAccount {
  const version = planInForce(facts, asOf.on);
  const parcels = parcelsOn(facts, asOf.on).filter((parcel) => parcel.planVersion === version.code);
  const zones = [...zoneColumns(facts, version)];
  const states = new Map(parcels.map((parcel) => [parcel.code, parcelState(facts, parcel, asOf)]));
  const total = accountRow(null, version.twiceAreaSquareMillimetres, { facts, parcels, zones, states });
  const rows = facts.phases
    .map((phase) => {
      const ofPhase = (item: { readonly phase: string | null }) => item.phase === phase.code;
      const within = {
        facts,
        states,
        parcels: parcels.filter(ofPhase),
        zones: zones.filter(([zone]) => ofPhase(zone)),
      };
      return within.parcels.length + within.zones.length === 0
        ? null
        : accountRow(phase.code, phase.twiceAreaSquareMillimetres, within);
    })
    .filter((row) => row !== null);
  return { planVersion: version.code, rows: [...rows, total], states };
}

interface Land {
  readonly facts: ParkFacts;
  readonly parcels: readonly Parcel[];
  readonly zones: readonly (readonly [Zone, AccountColumn | null])[];
  readonly states: ReadonlyMap<string, ParcelState>;
}

type OpenFigure = { twiceAreaSquareMillimetres: number; codes: string[] };

function accountRow(phase: string | null, outline: number, { facts, parcels, zones, states }: Land): AccountRow {
  const figures = Object.fromEntries(
    accountColumns.map((column) => [column, { twiceAreaSquareMillimetres: 0, codes: [] }]),
  ) as unknown as Record<AccountColumn, OpenFigure>;
  const add = (column: AccountColumn, item: { code: string; twiceAreaSquareMillimetres: number }) => {
    figures[column].twiceAreaSquareMillimetres += item.twiceAreaSquareMillimetres;
    figures[column].codes.push(item.code);
  };
  for (const parcel of parcels) {
    const state = states.get(parcel.code);
    if (!state) throw new Error(`parcel ${parcel.code} has no state`);
    for (const column of columnsOf(facts, state)) add(column, parcel);
  }
  for (const [zone, column] of zones) if (column) add(column, zone);
  const explained = (['planned', ...landColumns] as const).reduce(
    (sum, column) => sum + figures[column].twiceAreaSquareMillimetres,
    0,
  );
  return {
    phase,
    outlineTwiceAreaSquareMillimetres: outline,
    figures,
    balanceTwiceAreaSquareMillimetres: outline - explained,
  };
}
