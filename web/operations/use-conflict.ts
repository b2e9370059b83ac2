import { onScopeDispose, shallowRef } from 'vue';
import type { Change } from '../../domain/park/facts.ts';
import type { FieldValue } from '../../domain/park/row-fields.ts';
import type { Attempt, Desk } from './operation.ts';
import { readConflict, type Conflict } from './read-conflict.ts';
import { settleConflict, type KeepsTheirs } from './settle-conflict.ts';

/** How a form takes a value over from somebody else, by the name of the field in the row. */
export interface Settling {
  readonly fields: () => Readonly<Record<string, (value: FieldValue) => void>>;
  /** Leaves a parcel out. */
  readonly drop?: (parcel: string) => void;
}

/** The field-by-field choice after a stale refusal. */
export function useConflict(settling: Settling) {
  const conflict = shallowRef<Conflict | null>(null);
  let reading: AbortController | null = null;

  function forget(): void {
    reading?.abort();
    reading = null;
    conflict.value = null;
  }
  /** Reads what others did. Throws the Problem that is in the way now; nothing happens when it came too late. */
  async function read(question: { attempt: Attempt; desk: Desk; first: readonly Change[] }): Promise<void> {
    forget();
    const mine = new AbortController();
    reading = mine;
    try {
      const fields = new Set(Object.keys(settling.fields()));
      const found = await readConflict({ ...question, fields }, mine.signal);
      if (!mine.signal.aborted) conflict.value = found;
    } catch (cause) {
      if (!mine.signal.aborted) throw cause;
    }
  }
  /** Puts the choice into the form. False: everything stays as they have it, nothing is left to do. */
  function settle(keepsTheirs: KeepsTheirs, parcels: number): boolean {
    const settled = settleConflict(conflict.value?.rows ?? [], keepsTheirs, parcels);
    if (settled.isNothingLeft) return false;
    for (const parcel of settled.drop) settling.drop?.(parcel);
    const setters = settling.fields();
    for (const [field, value] of Object.entries(settled.fields)) setters[field]?.(value);
    return true;
  }
  onScopeDispose(forget);
  return { conflict, read, settle, forget };
}
