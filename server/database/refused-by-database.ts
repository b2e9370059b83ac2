import { EngineStopped } from './embedded-engine.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';

interface DatabaseError {
  readonly code: string;
  readonly constraint: string | undefined;
}

const refusalOfConstraint: Readonly<Record<string, Refusal>> = {
  claim_one_live_per_parcel: refuse('parcel.claimed', 'parcels'),
  claim_day_order: refuse('claim.day-order', 'untilOn'),
  event_undone_once: refuse('undo.already-undone', 'seq'),
  event_id_once: refuse('command.repeated-differently', 'id'),
};

/** The refusal a constraint of the database stands for, or null when the error is another. */
export function refusedByDatabase(error: unknown): Refusal | null {
  const constraint = databaseErrorOf(error)?.constraint;
  return constraint === undefined ? null : (refusalOfConstraint[constraint] ?? null);
}

const unavailableClasses = /^(08|53|57|58|25006|40|55P03)/;
const connectionCodes = /^E(CONN|PIPE|TIMEDOUT|HOST|NET|AI_|NOTFOUND)/;

/** Whether the database could not do its work at all: gone, restarting, full, or too slow. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const known = databaseErrorOf(error);
  if (known && (unavailableClasses.test(known.code) || connectionCodes.test(known.code))) return true;
  return chainOf(error).some(
    (link) =>
      // A PostgreSQL that listens at a socket file takes the file away when it stops.
      (link as { syscall?: unknown }).syscall === 'connect' ||
      link instanceof EngineStopped ||
      /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered|Cannot use a pool)/.test(
        link.message,
      ),
  );
}

function databaseErrorOf(error: unknown): DatabaseError | null {
  for (const link of chainOf(error)) {
    const { code, constraint } = link as { code?: unknown; constraint?: unknown };
    if (typeof code === 'string' && /^([0-9A-Z]{5}|E[A-Z_]+)$/.test(code)) {
      return { code, constraint: typeof constraint === 'string' ? constraint : undefined };
    }
  }
  return null;
}

function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let link = error; link instanceof Error && chain.length < 5; link = link.cause) chain.push(link);
  return chain;
}
