import { and, asc, between, eq, gte, lt, or } from 'drizzle-orm';
import { addDays, type Day } from '../../domain/day.ts';
import { readChanges } from '../../domain/park/read-changes.ts';
import type { DigestEvent } from '../../domain/report/weekly-digest.ts';
import type { Week } from '../../domain/report/week.ts';
import type { Queries } from '../database/connect.ts';
import { event } from '../database/schema.ts';

/** The events of a park that were recorded in a week, or take effect in it, oldest first. */
export async function readEventsOf(queries: Queries, parkId: number, { from, to }: Week): Promise<DigestEvent[]> {
  const { seq, actor, recordedAt, effectiveOn, command, subjects, changes, undoes } = event;
  const rows = await queries
    .select({ seq, actor, recordedAt, effectiveOn, command, subjects, changes, undoes })
    .from(event)
    .where(
      and(
        eq(event.parkId, parkId),
        or(
          between(event.effectiveOn, from, to),
          and(gte(event.recordedAt, beginningOf(from)), lt(event.recordedAt, beginningOf(addDays(to, 1)))),
        ),
      ),
    )
    .orderBy(asc(seq));
  return rows.map((row) => ({
    ...row,
    recordedAt: row.recordedAt.toISOString(),
    changes: readChanges(row.changes),
  }));
}

function beginningOf(day: Day): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
