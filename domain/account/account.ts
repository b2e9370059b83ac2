import type { AsOf } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import type { LandAccount, PlanVersion, Zone } from '../park/schema.ts';
import { parcelState, type ParcelState } from '../parcel/parcel-state.ts';
import type { Parcel } from '../parcel/schema.ts';
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

const columnOfLand: Readonly<Record<Exclude<LandAccount, 'parcel'>, (typeof landColumns)[number]>> = {
  road: 'roads',
  green: 'green',
  water: 'water',
  utility: 'utilities',
  rest: 'rest',
};

/** The plan version in force on a day; the first one before any was in force. */
export function planInForce(facts: ParkFacts, on: string): PlanVersion {
  const inForce = facts.planVersions.filter((version) => version.inForceFrom <= on).at(-1) ?? facts.planVersions[0];
  if (!inForce) throw new Error(`park ${facts.park.code} has no plan version`);
  return inForce;
}

/**
 * The land account of a park as of a day: one row per phase, and the whole park last. Plane areas as exact integers
 * (twice square millimetres) of the plan version in force. A plan without parcels counts its zones for parcels as planned.
 */
export function landAccount(facts: ParkFacts, asOf: AsOf): ParkAccount {
  const version = planInForce(facts, asOf.on);
  const parcels = [...facts.parcels.values()].filter((parcel) => parcel.planVersion === version.code);
  const zones = facts.zones.filter((zone) => zone.planVersion === version.code);
  const states = new Map(parcels.map((parcel) => [parcel.code, parcelState(facts, parcel, asOf)]));
  const total = accountRow(null, version.twiceAreaSquareMillimetres, { facts, parcels, zones, states });
  const rows = facts.phases
    .map((phase) => {
      const ofPhase = <T extends { readonly phase: string | null }>(item: T) => item.phase === phase.code;
      const within = { facts, parcels: parcels.filter(ofPhase), zones: zones.filter(ofPhase), states };
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
  readonly zones: readonly Zone[];
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
  for (const zone of zones) {
    if (zone.account !== 'parcel') add(columnOfLand[zone.account], zone);
    else if (parcels.length === 0) add('planned', zone);
  }
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

function columnsOf(facts: ParkFacts, state: ParcelState): AccountColumn[] {
  const columns: AccountColumn[] = ['planned'];
  if (state.reached.has('approved')) columns.push('approved');
  if (state.reached.has('acquired')) columns.push('acquired');
  if (state.reached.has('levelled')) columns.push('developed');
  if (facts.park.gatesForService.every((gate) => state.reached.has(gate))) columns.push('serviced');
  if (state.claim?.kind === 'contract') {
    columns.push('contracted');
    if (state.status === 'construction' || state.status === 'production') columns.push(state.status);
  } else if (state.missing.length === 0) {
    columns.push('available', state.claim ? 'reserved' : 'free');
  }
  return columns;
}
