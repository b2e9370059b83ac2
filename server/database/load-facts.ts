import { and, asc, eq, max } from 'drizzle-orm';
import { parkFacts, type ParkFacts } from '../../domain/park/facts.ts';
import type { Zone } from '../../domain/park/schema.ts';
import type { Parcel } from '../../domain/parcel/schema.ts';
import { factColumns } from './columns.ts';
import type { Queries } from './connect.ts';
import * as tables from './schema.ts';

export interface StoredPark {
  readonly id: number;
  readonly facts: ParkFacts;
}

/** Reads the facts of a park as they stand in one snapshot of the database, or null when there is no such park. */
export function loadFacts(queries: Queries, code: string): Promise<StoredPark | null> {
  const snapshot = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;
  return queries.transaction((transaction) => readFacts(transaction, code), snapshot);
}

async function readFacts(queries: Queries, code: string): Promise<StoredPark | null> {
  const [row] = await queries.select().from(tables.park).where(eq(tables.park.code, code));
  if (!row) return null;
  const { id, seq, ...park } = row;
  const { planVersion, phase, road, work, project, gate, stretch, claim } = tables;
  const facts = parkFacts({
    park,
    seq,
    planVersions: await queries.select(factColumns(planVersion)).from(planVersion).where(eq(planVersion.parkId, id)),
    phases: await queries.select(factColumns(phase)).from(phase).where(eq(phase.parkId, id)).orderBy(asc(phase.code)),
    zones: await readZones(queries, id),
    parcels: await readParcels(queries, id),
    roads: await queries.select(factColumns(road)).from(road).where(eq(road.parkId, id)).orderBy(asc(road.code)),
    works: await queries.select(factColumns(work)).from(work).where(eq(work.parkId, id)).orderBy(asc(work.code)),
    projects: await queries
      .select(factColumns(project))
      .from(project)
      .where(eq(project.parkId, id))
      .orderBy(asc(project.code)),
    gates: await queries.select(factColumns(gate)).from(gate).where(eq(gate.parkId, id)),
    stretches: await queries
      .select(factColumns(stretch))
      .from(stretch)
      .where(eq(stretch.parkId, id))
      .orderBy(asc(stretch.id)),
    claims: await queries.select(factColumns(claim)).from(claim).where(eq(claim.parkId, id)).orderBy(asc(claim.id)),
    touched: await readTouched(queries, id),
  });
  return { id, facts };
}

function readZones(queries: Queries, parkId: number): Promise<Zone[]> {
  const { zone, landUse } = tables;
  return queries
    .select({ ...factColumns(zone), account: landUse.account })
    .from(zone)
    .innerJoin(landUse, and(eq(landUse.standard, zone.standard), eq(landUse.code, zone.landUse)))
    .where(eq(zone.parkId, parkId))
    .orderBy(asc(zone.code));
}

async function readParcels(queries: Queries, parkId: number): Promise<Parcel[]> {
  const { parcel } = tables;
  const rows = await queries
    .select(factColumns(parcel))
    .from(parcel)
    .where(eq(parcel.parkId, parkId))
    .orderBy(asc(parcel.code));
  return rows.map(({ accessRoad, accessFromMetres, accessToMetres, accessSide, ...fields }) => ({
    ...fields,
    access: { road: accessRoad, fromMetres: accessFromMetres, toMetres: accessToMetres, side: accessSide },
  }));
}

async function readTouched(queries: Queries, parkId: number): Promise<[string, number][]> {
  const { eventSubject } = tables;
  const rows = await queries
    .select({ subject: eventSubject.subject, seq: max(eventSubject.seq) })
    .from(eventSubject)
    .where(and(eq(eventSubject.parkId, parkId), eq(eventSubject.isTouched, true)))
    .groupBy(eventSubject.subject);
  return rows.map(({ subject, seq }) => [subject, Number(seq)]);
}
