import { and, eq, sql } from 'drizzle-orm';
import type { Ring } from '../../../domain/geometry/shapes.ts';
import { encodeWkb } from '../../../domain/geometry/wkb.ts';
import { phase, planVersion, zone } from '../../../server/database/schema.ts';
import type { OpenHouse } from '../../../server/open-house.ts';

export const parkCode = 'jinling';
const zonesPerSide = 15;

/**
 * Empties the park of its parcels and stretches its plan over an outline (four corners, millimetres): phases and zones
 * are strips and squares of it.
 */
export async function stretchPark({ house, close }: OpenHouse, outline: Ring): Promise<void> {
  const { database, memories } = house;
  const memory = await memories.of(parkCode);
  if (!memory) throw new Error('the park is there');
  const { parkId, facts } = memory;
  const { phases } = facts;
  const wkb = (ring: Ring) => encodeWkb({ type: 'Area', polygons: [[ring]] }, facts.park);
  const piece = (west: number, south: number, east: number, north: number) =>
    wkb([at(outline, west, south), at(outline, east, south), at(outline, east, north), at(outline, west, north)]);
  await database.queries.transaction(async (transaction) => {
    for (const table of ['gate', 'claim', 'boundary', 'boundary_shape', 'parcel'])
      await transaction.execute(sql`DELETE FROM ${sql.identifier(table)} WHERE park_id = ${parkId}`);
    await transaction
      .update(planVersion)
      .set({ geometry: wkb(outline) })
      .where(eq(planVersion.parkId, parkId));
    for (const [index, { code }] of phases.entries()) {
      const geometry = piece(index / phases.length, 0, (index + 1) / phases.length, 1);
      await transaction
        .update(phase)
        .set({ geometry })
        .where(and(eq(phase.parkId, parkId), eq(phase.code, code)));
    }
    const last = facts.planVersions.at(-1)?.code;
    const model = facts.zones.find((one) => one.account === 'parcel' && one.planVersion === last);
    if (!model) throw new Error('the last plan has land for parcels');
    await transaction.delete(zone).where(eq(zone.parkId, parkId));
    const { standard, landUse, planVersion: version } = model;
    const side = 1 / zonesPerSide;
    const zones = Array.from({ length: zonesPerSide ** 2 }, (_, index) => {
      const [west, south] = [(index % zonesPerSide) * side, Math.floor(index / zonesPerSide) * side];
      const geometry = piece(west, south, west + side, south + side);
      return { parkId, code: `Z${index}`, planVersion: version, standard, landUse, geometry };
    });
    await transaction.insert(zone).values(zones);
  });
  await close();
}

/** A place in a square, from 0 to 1 along its first edge and across. */
function at([a, b, , d]: Ring, along: number, across: number): Ring[number] {
  const between = (axis: 0 | 1) =>
    Math.round(a![axis] + along * (b![axis] - a![axis]) + across * (d![axis] - a![axis]));
  return [between(0), between(1)];
}
