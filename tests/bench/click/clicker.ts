/** Somebody who clicks, and somebody else who has the map open. */
export interface Clicker {
  readonly name: string;
  /** What is between the click and the moment that is timed, in words. */
  readonly until: string;
  /** Clicks once; resolves when the click is stored for good and the other one has it. */
  readonly click: () => Promise<void>;
  /** Whether everything that was clicked is there. */
  readonly check: () => Promise<{ readonly isCorrect: boolean; readonly text: string }>;
  readonly close: () => Promise<void>;
}

/** A day for every click, each another than the one before. */
export function daysInTurn(): () => string {
  let count = 0;
  return () => new Date(Date.UTC(2007, 2, 1 + ((count += 1) % 270))).toISOString().slice(0, 10);
}

/** Everything on a thing of the park goes in turn over its parcels. */
export function inTurn<T>(all: readonly T[]): () => T {
  let count = -1;
  return () => all[(count += 1) % all.length]!;
}
