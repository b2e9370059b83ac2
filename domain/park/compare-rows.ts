import type { GateRecord } from '../parcel/schema.ts';
import type { Stretch } from '../road/schema.ts';
import { subjectOf, type Change } from './facts.ts';
import { isSamePlace, noFields, rowFields, type FieldValue, type RowFields } from './row-fields.ts';

/** A field that somebody changed since I looked: how it was, how it is now, what I want. */
export interface FieldConflict {
  readonly field: string;
  readonly base: FieldValue;
  readonly theirs: FieldValue;
  readonly mine: FieldValue;
  /** The last event that changed it. */
  readonly seq: number;
}

/** A thing my command is about that somebody changed meanwhile. */
export interface ComparedRow {
  /** `gate:A-01/levelled`, `claim:A-01`, `stretch:R0/subgrade`, `work:W-1`, `project:P-01`. */
  readonly thing: string;
  readonly change: Change;
  readonly theirs: RowFields;
  readonly mine: RowFields;
  readonly conflicts: readonly FieldConflict[];
}

export interface Seen {
  /** What my first preview would have changed. */
  readonly first: readonly Change[];
  /** What my command would change now. */
  readonly now: readonly Change[];
  /** The events since I looked, oldest first. */
  readonly since: readonly { readonly seq: number; readonly changes: readonly Change[] }[];
}

/**
 * Compares what I want with what others did since I looked, thing by thing and field by field. Only fields somebody
 * changed to something else than I want are conflicts; a thing nobody touched is left out.
 */
export function compareRows({ first, now, since }: Seen): ComparedRow[] {
  const mineByThing = new Map(now.map((change) => [thingOf(change), change]));
  return [...mineByThing].flatMap(([thing, change]) => {
    const theirs = since.flatMap(({ seq, changes }) =>
      changes.filter((other) => isAbout(change, other)).map((other) => ({ seq, other })),
    );
    const stood = standing(theirs.map(({ other }) => other));
    if (!stood) return [];
    const looked = first.find((one) => thingOf(one) === thing) ?? theirs[0]!.other;
    const base = change.table === 'stretch' ? noFields : rowFields(looked.table, looked.before, null);
    const mine = rowFields(change.table, change.after, change.before);
    const is = rowFields(stood.table, stood.after, looked.before ?? stood.before);
    const conflicts = Object.keys({ ...is, ...mine }).flatMap((field): FieldConflict[] => {
      const [was, taken, wanted] = [base[field] ?? null, is[field] ?? null, mine[field] ?? null];
      if (taken === was || taken === wanted) return [];
      const changed = theirs.findLast(({ other }) => {
        const before = other.table === 'stretch' ? noFields : rowFields(other.table, other.before, null);
        return (rowFields(other.table, other.after, other.before)[field] ?? null) !== (before[field] ?? null);
      });
      return [{ field, base: was, theirs: taken, mine: wanted, seq: (changed ?? theirs.at(-1)!).seq }];
    });
    return [{ thing, change, theirs: is, mine, conflicts }];
  });
}

/** My row once every conflict is decided: the fields kept from them, the rest as I want it. */
export function settleRow(row: ComparedRow, keepsTheirs: (conflict: FieldConflict) => boolean): RowFields {
  const kept = row.conflicts.filter(keepsTheirs).map(({ field, theirs }) => [field, theirs]);
  return { ...row.mine, ...Object.fromEntries(kept) };
}

/** Whether a settled row is what is there already, so that nothing is left to do. */
export function isTheirs(row: ComparedRow, settled: RowFields): boolean {
  const fields = Object.keys({ ...row.theirs, ...settled });
  return fields.every((field) => (settled[field] ?? null) === (row.theirs[field] ?? null));
}

function thingOf(change: Change): string {
  const row = (change.after ?? change.before)!;
  const code = subjectOf(change).replace(/^[a-z]+:/, '');
  if (change.table === 'gate') return `gate:${code}/${(row as GateRecord).gate}`;
  if (change.table === 'stretch') return `stretch:${code}/${(row as Stretch).layer}`;
  return `${change.table}:${code}`;
}

function isAbout(mine: Change, theirs: Change): boolean {
  if (thingOf(mine) !== thingOf(theirs)) return false;
  if (mine.table !== 'stretch' || theirs.table !== 'stretch') return true;
  const [own, other] = [mine.after ?? mine.before, theirs.after ?? theirs.before];
  return own !== null && other !== null && isSamePlace(own, other);
}

/**
 * The change after which the thing stands as it does now. Rows with ids of their own (claims, stretches) are followed
 * one by one: what was taken back again is passed over while anything else is left.
 */
function standing(changes: readonly Change[]): Change | null {
  const lastById = new Map(changes.map((change) => [idOf(change), change]));
  const last = [...lastById.values()];
  return last.findLast(({ after }) => after !== null) ?? last.find(({ table }) => table !== 'stretch') ?? null;
}

function idOf({ before, after }: Change): string | null {
  const row = after ?? before;
  return row !== null && 'id' in row ? row.id : null;
}
