import { and, asc, eq } from 'drizzle-orm';
import { planInForce } from '../../../domain/account/account.ts';
import type { Day } from '../../../domain/day.ts';
import type { Placed } from '../../../domain/ledger/land-parts.ts';
import type { Parcel } from '../../../domain/parcel/schema.ts';
import type { Queries } from '../../database/connect.ts';
import { boundaryOf } from '../../database/measure.ts';
import { parcel } from '../../database/schema.ts';
import type { ParkMemory } from '../../park-memory.ts';

/** The parcels of the plan version in force on a day by code, with their boundaries in millimetres of the park's grid. */
export async function readParcelsOn(
  queries: Queries,
  { facts, parkId }: Pick<ParkMemory, 'facts' | 'parkId'>,
  on: Day,
): Promise<Placed<Parcel>[]> {
  const rows = await queries
    .select({ code: parcel.code, geometry: parcel.geometry })
    .from(parcel)
    .where(and(eq(parcel.parkId, parkId), eq(parcel.planVersion, planInForce(facts, on).code)))
    .orderBy(asc(parcel.code));
  return rows.flatMap(({ code, geometry }) => {
    const fields = facts.parcels.get(code);
    return fields ? [{ fields, polygons: boundaryOf(geometry, facts.park) }] : [];
  });
}
