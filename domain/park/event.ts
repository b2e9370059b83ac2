import type { CommandName } from '../access/roles.ts';
import type { Day } from '../day.ts';
import type { Change } from './facts.ts';

/** One entry of the park's append-only log. `id` is the command's id, made by the client. */
export interface ParkEvent {
  readonly seq: number;
  readonly id: string;
  /** The name of who gave the command, as it was then. */
  readonly actor: string;
  /** Null in events from before there were accounts. */
  readonly actorId: string | null;
  /** ISO instant. */
  readonly recordedAt: string;
  readonly effectiveOn: Day;
  readonly command: CommandName;
  readonly input: unknown;
  readonly subjects: readonly string[];
  readonly changes: readonly Change[];
  readonly reason: string | null;
  /** Ids of the photos and papers that came with it. */
  readonly documents: readonly string[];
  /** The event this one takes back. */
  readonly undoes: number | null;
}
