/** One implementation of the work. */
export interface Peer {
  readonly name: string;
  /** Does the work, or a sample of it, once. */
  readonly run: () => unknown;
  /** Operations that one run does: rates are compared per operation, so a slow peer may do a sample. */
  readonly operations: number;
}

/** What `check` found out about one peer by comparing answers; no clock is involved. */
export interface Correctness {
  readonly peer: string;
  readonly isCorrect: boolean;
  /** In words and numbers, as the table prints it. */
  readonly text: string;
}

/** What our peer, the first one, is meant to reach. Missing an aim is printed, it fails nothing. */
export type Aim =
  | { readonly kind: 'times'; readonly peer: string; readonly atLeast: number }
  | { readonly kind: 'milliseconds'; readonly atMost: number };

/** The same work done by several peers, ours first. */
export interface Workload {
  readonly name: string;
  /** What is counted: `pair`, `corner`, `account`. */
  readonly operation: string;
  readonly peers: readonly Peer[];
  readonly aims: readonly Aim[];
  check(): readonly Correctness[];
}

/** Every file of this folder that measures something exports this; run.ts lists them. */
export type Workloads = () => Promise<readonly Workload[]>;
