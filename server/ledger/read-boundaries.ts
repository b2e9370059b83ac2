import { asc, eq } from 'drizzle-orm';
import type { Day } from '../../domain/day.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import type { Placed } from '../../domain/ledger/land-parts.ts';
import type { PlanVersion, Phase, Zone } from '../../domain/park/schema.ts';
import type { Parcel } from '../../domain/parcel/schema.ts';
import type { Queries } from '../database/connect.ts';
import { boundaryOf } from '../database/measure.ts';
import { phase, planVersion, zone } from '../database/schema.ts';
import { readParcelsOn } from '../parcels/read-parcels-on.ts';

/** The facts of a park's land with their boundaries in millimetres of its grid. */
export interface Boundaries {
  readonly planVersions: readonly Placed<PlanVersion>[];
  readonly phases: readonly Placed<Phase>[];
  readonly zones: readonly Placed<Zone>[];
  readonly parcels: readonly Placed<Parcel>[];
}

/** The parcels are those of a day. */
export async function readBoundaries(queries: Queries, parkId: number, facts: ParkFacts, on: Day): Promise<Boundaries> {
  const read = async <Fields extends { readonly code: string }>(
    table: typeof planVersion | typeof phase | typeof zone,
    known: Iterable<Fields>,
  ): Promise<Placed<Fields>[]> => {
    const byCode = new Map([...known].map((fields) => [fields.code, fields]));
    const rows = await queries
      .select({ code: table.code, geometry: table.geometry })
      .from(table)
      .where(eq(table.parkId, parkId))
      .orderBy(asc(table.code));
    return rows.flatMap(({ code, geometry }) => {
      const fields = byCode.get(code);
      return fields ? [{ fields, polygons: boundaryOf(geometry, facts.park) }] : [];
    });
  };
  return {
    planVersions: await read(planVersion, facts.planVersions),
    phases: await read(phase, facts.phases),
    zones: await read(zone, facts.zones),
    parcels: await readParcelsOn(queries, { facts, parkId }, on),
  };
}
