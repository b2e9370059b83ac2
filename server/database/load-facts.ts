import { and, asc, eq, max } from 'drizzle-orm';
import { parkFacts, type ParkFacts } from '../../domain/park/facts.ts';
import type { Park, Zone } from '../../domain/park/schema.ts';
import type { Parcel } from '../../domain/parcel/schema.ts';
import { factColumns, landColumns } from './columns.ts';
import type { Queries } from './connect.ts';
import { withArea, withLength } from './measure.ts';
import { readBoundaryShapes } from './read-boundary-shapes.ts';
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
  const { planVersion, phase, road, work, project, gate, stretch, claim, surveyExtent } = tables;
  const plans = await queries.select(landColumns(planVersion)).from(planVersion).where(eq(planVersion.parkId, id));
  const phases = await queries
    .select(landColumns(phase))
    .from(phase)
    .where(eq(phase.parkId, id))
    .orderBy(asc(phase.code));
  const roads = await queries.select(landColumns(road)).from(road).where(eq(road.parkId, id)).orderBy(asc(road.code));
  const facts = parkFacts({
    park,
    seq,
    planVersions: plans.map((plan) => withArea(plan, park)),
    phases: phases.map((one) => withArea(one, park)),
    zones: await readZones(queries, id, park),
    surveys: (
      await queries.select(landColumns(surveyExtent)).from(surveyExtent).where(eq(surveyExtent.parkId, id))
    ).map((survey) => withArea(survey, park)),
    ...(await readTenders(queries, id)),
    ...(await readParcels(queries, id, park)),
    roads: roads.map((one) => withLength(one, park)),
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

async function readZones(queries: Queries, parkId: number, park: Park): Promise<Zone[]> {
  const { zone, landUse } = tables;
  const { nameEn: _, ...columns } = landColumns(zone);
  const rows = await queries
    .select({ ...columns, account: landUse.account })
    .from(zone)
    .innerJoin(landUse, and(eq(landUse.standard, zone.standard), eq(landUse.code, zone.landUse)))
    .where(eq(zone.parkId, parkId))
    .orderBy(asc(zone.code));
  return rows.map((row) => withArea(row, park));
}

async function readParcels(queries: Queries, parkId: number, park: Park) {
  const { parcel } = tables;
  const rows = await queries
    .select(factColumns(parcel))
    .from(parcel)
    .where(eq(parcel.parkId, parkId))
    .orderBy(asc(parcel.code));
  const boundaries = (await readBoundaryShapes(queries, parkId)).map((row) => withArea(row, park));
  // Of a parcel the newest comes last.
  const areas = new Map(boundaries.map((one) => [one.parcel, one.twiceAreaSquareMillimetres]));
  const parcels = rows.map(({ accessRoad, accessFromMetres, accessToMetres, accessSide, ...fields }): Parcel => {
    const twiceAreaSquareMillimetres = areas.get(fields.code);
    if (twiceAreaSquareMillimetres === undefined) throw new Error(`parcel ${fields.code} has no boundary`);
    const access = { road: accessRoad, fromMetres: accessFromMetres, toMetres: accessToMetres, side: accessSide };
    return { ...fields, access, twiceAreaSquareMillimetres };
  });
  return { parcels, boundaries };
}

async function readTenders(queries: Queries, parkId: number) {
  const { section, payment, milestone, target, fund } = tables;
  return {
    sections: await queries
      .select(factColumns(section))
      .from(section)
      .where(eq(section.parkId, parkId))
      .orderBy(asc(section.code)),
    payments: await queries
      .select(factColumns(payment))
      .from(payment)
      .where(eq(payment.parkId, parkId))
      .orderBy(asc(payment.on), asc(payment.id)),
    milestones: await queries
      .select(factColumns(milestone))
      .from(milestone)
      .where(eq(milestone.parkId, parkId))
      .orderBy(asc(milestone.on), asc(milestone.code)),
    targets: await queries
      .select(factColumns(target))
      .from(target)
      .where(eq(target.parkId, parkId))
      .orderBy(asc(target.year), asc(target.code)),
    funds: await queries
      .select(factColumns(fund))
      .from(fund)
      .where(eq(fund.parkId, parkId))
      .orderBy(asc(fund.year), asc(fund.code)),
  };
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
