import { and, asc, desc, eq, gt, inArray, lt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Effect } from '../../domain/park/effect.ts';
import type { ParkEvent } from '../../domain/park/event.ts';
import type { Change } from '../../domain/park/facts.ts';
import { readChanges } from '../../domain/park/read-changes.ts';
import { factColumns } from './columns.ts';
import type { Queries } from './connect.ts';
import { event, eventSubject } from './schema.ts';

export type LoggedEvent = ParkEvent & { readonly undoneBy: number | null };
export type EventWithEffect = LoggedEvent & { readonly effect: Effect };

const undoing = alias(event, 'undoing');
const { effect, ...eventColumns } = factColumns(event);
const columns = { ...eventColumns, undoneBy: undoing.seq };

/** The events after `seq`, oldest first. */
export async function eventsAfter(
  queries: Queries,
  parkId: number,
  seq: number,
  limit: number,
): Promise<LoggedEvent[]> {
  const rows = await select(queries)
    .where(and(eq(event.parkId, parkId), gt(event.seq, seq)))
    .orderBy(asc(event.seq))
    .limit(limit);
  return rows.map(asLogged);
}

/** The events before `seq` (all when null), newest first; of one subject, or of all. */
export async function eventsBefore(
  queries: Queries,
  parkId: number,
  { subject, before, limit }: { subject: string | null; before: number | null; limit: number },
): Promise<LoggedEvent[]> {
  const ofSubject = queries
    .select({ seq: eventSubject.seq })
    .from(eventSubject)
    .where(and(eq(eventSubject.parkId, parkId), eq(eventSubject.subject, subject ?? '')));
  const rows = await select(queries)
    .where(
      and(
        eq(event.parkId, parkId),
        before === null ? undefined : lt(event.seq, before),
        subject === null ? undefined : inArray(event.seq, ofSubject),
      ),
    )
    .orderBy(desc(event.seq))
    .limit(limit);
  return rows.map(asLogged);
}

export async function eventBySeq(queries: Queries, parkId: number, seq: number): Promise<LoggedEvent | null> {
  const [row] = await select(queries).where(and(eq(event.parkId, parkId), eq(event.seq, seq)));
  return row ? asLogged(row) : null;
}

export async function eventById(queries: Queries, parkId: number, id: string): Promise<EventWithEffect | null> {
  const [row] = await queries
    .select({ ...columns, effect })
    .from(event)
    .leftJoin(undoing, and(eq(undoing.parkId, event.parkId), eq(undoing.undoes, event.seq)))
    .where(and(eq(event.parkId, parkId), eq(event.id, id)));
  return row ? asLogged(row) : null;
}

/** Appends an event and the places to find it under. */
export async function appendEvent(
  queries: Queries,
  parkId: number,
  { recordedAt, ...appended }: ParkEvent & { readonly effect: Effect },
): Promise<void> {
  const { subjects, seq, changes } = appended;
  await queries
    .insert(event)
    .values({ ...appended, subjects: [...subjects], parkId, recordedAt: new Date(recordedAt) });
  const concerned = new Set<string>();
  for (const change of changes) {
    const row = change.table === 'claim' ? (change.after ?? change.before) : null;
    if (row) concerned.add(`project:${row.project}`);
  }
  for (const subject of subjects) concerned.delete(subject);
  const places = [
    ...subjects.map((subject) => ({ parkId, seq, subject, isTouched: true })),
    ...[...concerned].map((subject) => ({ parkId, seq, subject, isTouched: false })),
  ];
  if (places.length) await queries.insert(eventSubject).values(places);
}

function select(queries: Queries) {
  return queries
    .select(columns)
    .from(event)
    .leftJoin(undoing, and(eq(undoing.parkId, event.parkId), eq(undoing.undoes, event.seq)))
    .$dynamic();
}

function asLogged<Row extends { readonly recordedAt: Date; readonly changes: readonly Change[] }>(
  row: Row,
): Omit<Row, 'recordedAt'> & { recordedAt: string } {
  return { ...row, recordedAt: row.recordedAt.toISOString(), changes: readChanges(row.changes) };
}
