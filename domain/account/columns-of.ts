import type { ParkFacts } from '../park/facts.ts';
import type { LandAccount, PlanVersion, Zone } from '../park/schema.ts';
import { statusOf, type Standing } from '../parcel/parcel-state.ts';
import type { AccountColumn, landColumns, ParcelColumn } from './columns.ts';

/** The columns of the account in which a parcel of this standing counts, in pipeline order. */
export function columnsOf({ park }: Pick<ParkFacts, 'park'>, standing: Standing): ParcelColumn[] {
  const { reached, claim } = standing;
  const columns: ParcelColumn[] = ['planned'];
  if (reached.has('approved')) columns.push('approved');
  if (reached.has('acquired')) columns.push('acquired');
  if (reached.has('levelled')) columns.push('developed');
  if (park.gatesForService.every((gate) => reached.has(gate))) columns.push('serviced');
  const status = statusOf(park.gatesForSupply, standing);
  if (claim?.kind === 'contract') {
    columns.push('contracted');
    if (status === 'construction' || status === 'production') columns.push(status);
  } else if (status === 'available' || status === 'reserved') {
    columns.push('available', claim ? 'reserved' : 'free');
  }
  return columns;
}

const columnOfLand: Readonly<Record<Exclude<LandAccount, 'parcel'>, (typeof landColumns)[number]>> = {
  road: 'roads',
  green: 'green',
  water: 'water',
  utility: 'utilities',
  rest: 'rest',
};

/**
 * The column of every zone of a plan version, null for a zone whose land is counted by its parcels. Where the plan
 * has no parcels in a phase, its zones for parcels count as planned.
 */
export function zoneColumns(facts: ParkFacts, version: PlanVersion): ReadonlyMap<Zone, AccountColumn | null> {
  const phasesWithParcels = new Set<string | null>();
  for (const parcel of facts.parcels.values()) {
    if (parcel.planVersion === version.code) phasesWithParcels.add(parcel.phase);
  }
  const zones = facts.zones.filter((zone) => zone.planVersion === version.code);
  return new Map(
    zones.map((zone) => {
      if (zone.account !== 'parcel') return [zone, columnOfLand[zone.account]];
      return [zone, phasesWithParcels.has(zone.phase) ? null : 'planned'];
    }),
  );
}
