import { planInForce } from '../../domain/account/account.ts';
import type { Day } from '../../domain/day.ts';
import type { Placed } from '../../domain/ledger/land-parts.ts';
import { holdsOn, parcelOn } from '../../domain/parcel/parcels-on.ts';
import type { Parcel } from '../../domain/parcel/schema.ts';
import type { Queries } from '../database/connect.ts';
import { boundaryOf } from '../database/measure.ts';
import { readBoundaryShapes } from '../database/read-boundary-shapes.ts';
import type { ParkMemory } from '../park-memory.ts';

/** The parcels there are on a day, by code, with their boundaries of that day in millimetres of the park's grid. */
export async function readParcelsOn(
  queries: Queries,
  { facts, parkId }: Pick<ParkMemory, 'facts' | 'parkId'>,
  on: Day,
): Promise<Placed<Parcel>[]> {
  const rows = await readBoundaryShapes(queries, parkId);
  return rows.flatMap((row) => {
    const fields = holdsOn(row, on) ? parcelOn(facts, row.parcel, on) : null;
    return fields ? [{ fields, polygons: boundaryOf(row.geometry, facts.park) }] : [];
  });
}

/** Those of the plan version in force on the day. */
export async function readPlanParcelsOn(
  queries: Queries,
  memory: Pick<ParkMemory, 'facts' | 'parkId'>,
  on: Day,
): Promise<Placed<Parcel>[]> {
  const plan = planInForce(memory.facts, on).code;
  return (await readParcelsOn(queries, memory, on)).filter(({ fields }) => fields.planVersion === plan);
}
