import { and, asc, desc, eq, gt, gte, inArray, lt, max, or, sql, type SQL } from 'drizzle-orm';
import type { CommandName } from '../../domain/access/roles.ts';
import { alias } from 'drizzle-orm/pg-core';
import type { Effect } from '../../domain/park/effect.ts';
import type { ParkEvent } from '../../domain/park/event.ts';
import type { Change } from '../../domain/park/facts.ts';
import { readChanges } from '../../domain/park/read-changes.ts';
import { factColumns } from './columns.ts';
import type { Queries } from './connect.ts';
import { document, event, eventSubject } from './schema.ts';

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

/** What to look for in the log; what is not given does not matter. */
export interface Sought {
  readonly subjects?: readonly string[] | undefined;
  /** Only events before this one. */
  readonly before?: number | undefined;
  readonly command?: CommandName | undefined;
  /** Id of a person, or a name as it was at the time. */
  readonly actor?: string | undefined;
  readonly recordedFrom?: Date | undefined;
  readonly recordedBefore?: Date | undefined;
}

/** The newest events that were sought, newest first. */
export async function eventsBefore(
  queries: Queries,
  parkId: number,
  { subjects, before, command, actor, recordedFrom, recordedBefore }: Sought,
  limit: number,
): Promise<LoggedEvent[]> {
  const rows = await select(queries)
    .where(
      and(
        eq(event.parkId, parkId),
        before === undefined ? undefined : lt(event.seq, before),
        subjects === undefined ? undefined : inArray(event.seq, seqsOn(queries, parkId, subjects)),
        command === undefined ? undefined : eq(event.command, command),
        actor === undefined ? undefined : or(eq(event.actorId, actor), eq(event.actor, actor)),
        recordedFrom === undefined ? undefined : gte(event.recordedAt, recordedFrom),
        recordedBefore === undefined ? undefined : lt(event.recordedAt, recordedBefore),
      ),
    )
    .orderBy(desc(event.seq))
    .limit(limit);
  return rows.map(asLogged);
}

/** All events after `seq` on any of these subjects, oldest first. */
export async function eventsOn(
  queries: Queries,
  parkId: number,
  { subjects, after }: { readonly subjects: readonly string[]; readonly after: number },
): Promise<LoggedEvent[]> {
  const rows = await select(queries)
    .where(and(eq(event.parkId, parkId), gt(event.seq, after), inArray(event.seq, seqsOn(queries, parkId, subjects))))
    .orderBy(asc(event.seq));
  return rows.map(asLogged);
}

/** Everybody who ever recorded anything, by the latest name. */
export async function actorsOf(queries: Queries, parkId: number): Promise<{ id: string | null; name: string }[]> {
  const newest = max(event.seq);
  const rows = await queries
    .select({ id: event.actorId, name: event.actor })
    .from(event)
    .where(eq(event.parkId, parkId))
    .groupBy(event.actorId, event.actor)
    .orderBy(desc(newest));
  const seen = new Set<string>();
  return rows.filter(({ id, name }) => {
    const key = id ?? `name ${name}`;
    return !seen.has(key) && seen.add(key);
  });
}

function seqsOn(queries: Queries, parkId: number, subjects: readonly string[]) {
  return queries
    .select({ seq: eventSubject.seq })
    .from(eventSubject)
    .where(and(eq(eventSubject.parkId, parkId), sql`${eventSubject.subject} IN (${textsOf(subjects)})`));
}

/** As one parameter: a change of all parcels would need more of them than a question may have. */
function textsOf(texts: readonly string[]): SQL {
  return sql`SELECT jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb)`;
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

/**
 * Appends an event and the places to find it under, moves the park to its number, and gives `notice` to the other
 * processes: all in one question, because every question of a command makes the next command wait.
 */
export async function appendEvent(
  queries: Queries,
  parkId: number,
  { recordedAt, documents, ...appended }: ParkEvent & { readonly effect: Effect },
  notice: SQL | null,
): Promise<void> {
  const { subjects, seq, changes } = appended;
  const row = { ...appended, subjects: [...subjects], documents: [...documents], recordedAt: new Date(recordedAt) };
  const concerned = new Set<string>();
  for (const change of changes) {
    const claim = change.table === 'claim' ? (change.after ?? change.before) : null;
    if (claim) concerned.add(`project:${claim.project}`);
  }
  for (const subject of subjects) concerned.delete(subject);
  const places = [
    ...subjects.map((subject) => ({ subject, touched: true })),
    ...[...concerned].map((subject) => ({ subject, touched: false })),
  ];
  const placed = sql`INSERT INTO ${eventSubject} (park_id, seq, subject, is_touched)
      SELECT ${parkId}::integer, ${seq}::bigint, place.subject, place.touched
      FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS place(subject text, touched boolean)`;
  await queries.execute(
    sql`WITH appended AS (${queries
      .insert(event)
      .values({ ...row, parkId })
      .getSQL()}), placed AS (${placed})
      UPDATE park SET seq = ${seq} WHERE id = ${parkId} RETURNING ${notice ?? sql`seq`}`,
  );
}

/** The first of these documents that the park does not have, or null. */
export async function unknownDocument(
  queries: Queries,
  parkId: number,
  ids: readonly string[],
): Promise<string | null> {
  if (ids.length === 0) return null;
  const rows = await queries
    .select({ id: document.id })
    .from(document)
    .where(and(eq(document.parkId, parkId), inArray(document.id, [...ids])));
  const known = new Set(rows.map(({ id }) => id));
  return ids.find((id) => !known.has(id)) ?? null;
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
