import type { Spent } from './watch-process.ts';

/** A way to take over a survey file, each time into a place of its own. */
export interface Contender {
  readonly name: string;
  readonly run: () => Promise<Taken>;
  readonly close: () => Promise<void>;
}

/** What one run needed and found. */
export interface Taken extends Spent {
  /** Why it did not come to its end; null when it did. */
  readonly failure: string | null;
  /** Codes or reasons of what it found, by feature, counted from 0. */
  readonly found: ReadonlyMap<number, readonly string[]>;
  /** The parts of the time, in words. */
  readonly parts: string;
}

export function addFinding(found: Map<number, string[]>, feature: number, kind: string): void {
  const known = found.get(feature);
  if (known) known.push(kind);
  else found.set(feature, [kind]);
}
