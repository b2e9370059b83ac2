import type { ImportEntry } from '../../answers/import.ts';
import { sumAreas } from '../sum-areas.ts';

/** The changes a file proposes, by id, and which of them wait for which. */
export interface EntryIndex {
  readonly byId: ReadonlyMap<string, ImportEntry>;
  /** By id: those that cannot go without it. */
  readonly neededBy: ReadonlyMap<string, readonly string[]>;
}

export const noEntries: EntryIndex = { byId: new Map(), neededBy: new Map() };

export function indexEntries(entries: readonly ImportEntry[]): EntryIndex {
  const neededBy = new Map<string, string[]>();
  for (const { id, needs } of entries) {
    for (const need of needs) neededBy.set(need, [...(neededBy.get(need) ?? []), id]);
  }
  return { byId: new Map(entries.map((entry) => [entry.id, entry])), neededBy };
}

/** Square metres the parcels have more with these changes, together. */
export function areaChange(entries: readonly ImportEntry[]): number {
  return sumAreas(
    entries.map(({ beforeSquareMetres, afterSquareMetres }) => (afterSquareMetres ?? 0) - (beforeSquareMetres ?? 0)),
  );
}

/** Whether nothing a person leaves out would let the change be made. */
export function isBarred({ lacks, faults }: ImportEntry): boolean {
  return lacks !== null || faults.some(({ bars }) => bars === 'always');
}

/** What is accepted unless a person says otherwise: all that nothing speaks against and that is more than rounding. */
export function usualChoice(index: EntryIndex): Set<string> {
  return wholeOf([...index.byId.values()].filter((entry) => isClear(entry) && !entry.isRoundingOnly));
}

/** Whether all that nothing speaks against is accepted, and nothing else. */
export function isEverything({ byId }: EntryIndex, chosen: ReadonlySet<string>): boolean {
  const all = wholeOf([...byId.values()].filter(isClear));
  return all.size === chosen.size && [...all].every((id) => chosen.has(id));
}

function isClear(entry: ImportEntry): boolean {
  return !isBarred(entry) && entry.faults.length === 0;
}

/** Those that can go without the rest. */
function wholeOf(entries: readonly ImportEntry[]): Set<string> {
  let left = entries;
  for (;;) {
    const ids = new Set(left.map(({ id }) => id));
    const standing = left.filter(({ needs }) => needs.every((need) => ids.has(need)));
    if (standing.length === left.length) return ids;
    left = standing;
  }
}

/** The choice with these changes and all they need; what cannot go with them is left. Unchanged where something bars it. */
export function take(index: EntryIndex, chosen: ReadonlySet<string>, ids: readonly string[]): Set<string> {
  const all = new Set(chosen);
  for (const id of ids) {
    const needed = [...reach(id, (at) => index.byId.get(at)?.needs ?? [])].map((at) => index.byId.get(at));
    if (needed.some((entry) => entry === undefined || isBarred(entry))) continue;
    for (const entry of needed) all.add(entry!.id);
    const against = needed.flatMap((entry) => entry!.faults.flatMap(({ others }) => others));
    for (const other of against) dropWithThoseThatNeed(index, all, other);
  }
  return all;
}

/** The choice without these changes and without those that need them. */
export function leave(index: EntryIndex, chosen: ReadonlySet<string>, ids: readonly string[]): Set<string> {
  const rest = new Set(chosen);
  for (const id of ids) dropWithThoseThatNeed(index, rest, id);
  return rest;
}

/** The choice among the changes as they are now: what was known keeps its answer, the rest gets the usual one. */
export function carryOver(before: EntryIndex, chosen: ReadonlySet<string>, now: EntryIndex): Set<string> {
  const usual = usualChoice(now);
  const wanted = [...now.byId.values()].filter((entry) => {
    const old = before.byId.get(entry.id);
    const isKnown = old !== undefined && isBarred(old) === isBarred(entry);
    return isKnown ? chosen.has(entry.id) : usual.has(entry.id);
  });
  const ids = wanted.map(({ id }) => id);
  const closed = new Set(ids);
  for (const entry of wanted) {
    const isWhole = !isBarred(entry) && entry.needs.every((need) => closed.has(need));
    if (!isWhole) dropWithThoseThatNeed(now, closed, entry.id);
  }
  return closed;
}

function dropWithThoseThatNeed(index: EntryIndex, chosen: Set<string>, id: string): void {
  for (const at of reach(id, (from) => index.neededBy.get(from) ?? [])) chosen.delete(at);
}

/** Everything that can be reached from one, itself included. */
function reach(from: string, next: (id: string) => readonly string[]): Set<string> {
  const found = new Set([from]);
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}
