import { compareRows, type ComparedRow } from '../../domain/park/compare-rows.ts';
import { subjectOf, type Change } from '../../domain/park/facts.ts';
import { readPark } from '../api.ts';
import type { EventAnswer } from '../answers.ts';
import type { Attempt, Desk } from './operation.ts';
import { readSince } from './read-since.ts';

/** What others did since I looked, and where it meets what I want. */
export interface Conflict {
  /** The event up to which it was read. */
  readonly seq: number;
  readonly events: readonly EventAnswer[];
  /** Only rows in which a field of my form was changed by somebody. */
  readonly rows: readonly ComparedRow[];
}

export interface Question {
  readonly attempt: Attempt;
  readonly desk: Desk;
  /** What my first preview would have changed. */
  readonly first: readonly Change[];
  /** The fields my form can set. */
  readonly fields: ReadonlySet<string>;
}

/** Looks again after a stale refusal. Throws the Problem when what is true now refuses the command. */
export async function readConflict({ attempt, desk, first, fields }: Question, signal: AbortSignal): Promise<Conflict> {
  const { seq } = await readPark({ park: desk.park, signal });
  const { changes: now } = await attempt.preview({ ...desk, basedOn: seq }, signal);
  const events = await readSince(desk.park, desk.basedOn, now, signal);
  const rows = compareRows({ first, now, since: events })
    .map((row) => ({ ...row, conflicts: row.conflicts.filter(({ field }) => fields.has(field)) }))
    .filter(({ conflicts }) => conflicts.length > 0);
  return { seq, events, rows };
}

/** The parcel a row is about; null for roads, works and projects. */
export function parcelOf({ change }: ComparedRow): string | null {
  const [kind, code] = subjectOf(change).split(/:(.*)/s);
  return kind === 'parcel' && code !== undefined ? code : null;
}
