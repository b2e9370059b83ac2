import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Queries } from '../database/connect.ts';
import { signIn, type SignInOutcome } from '../database/schema.ts';

const windowMinutes = 15;
const firstWaitSeconds = 30;
/** Wrong passwords in the window before somebody has to wait: for a name from one address, a name, an address. */
const patience = { pair: 5, username: 20, address: 40 };

export interface Attempt {
  readonly id: number;
  /** Seconds to wait before the next try, 0 when this one may be answered. */
  readonly waitSeconds: number;
}

/**
 * Writes an attempt down before it is answered, so that many at once are counted too, and says how long to wait.
 * The wait doubles with every wrong password, up to the window.
 */
export async function noteAttempt(
  queries: Queries,
  { username, address, at }: { username: string; address: string; at: Date },
): Promise<Attempt> {
  const [noted] = await queries
    .insert(signIn)
    .values({ at, username, address, outcome: 'refused' })
    .returning({ id: signIn.id });
  if (!noted) throw new Error('the attempt was not noted');
  const since = new Date(at.getTime() - windowMinutes * 60_000);
  const recent = await queries
    .select({
      id: signIn.id,
      at: signIn.at,
      username: signIn.username,
      address: signIn.address,
      outcome: signIn.outcome,
    })
    .from(signIn)
    .where(and(gt(signIn.at, since), sql`(${signIn.username} = ${username} OR ${signIn.address} = ${address})`))
    .orderBy(desc(signIn.id))
    .limit(500);
  const before = recent.filter(({ id }) => id !== noted.id);
  const isPair = (one: (typeof before)[number]) => one.username === username && one.address === address;
  const waits = [
    waitAfter(sinceSuccess(before.filter(isPair)), patience.pair, at),
    waitAfter(
      before.filter((one) => one.username === username),
      patience.username,
      at,
    ),
    waitAfter(
      before.filter((one) => one.address === address),
      patience.address,
      at,
    ),
  ];
  return { id: noted.id, waitSeconds: Math.max(...waits) };
}

export async function noteOutcome(queries: Queries, id: number, outcome: SignInOutcome, personId: string | null) {
  await queries.update(signIn).set({ outcome, personId }).where(eq(signIn.id, id));
}

interface Tried {
  readonly at: Date;
  readonly outcome: SignInOutcome;
}

function sinceSuccess(newestFirst: readonly Tried[]): readonly Tried[] {
  const success = newestFirst.findIndex(({ outcome }) => outcome === 'signed-in');
  return success < 0 ? newestFirst : newestFirst.slice(0, success);
}

function waitAfter(newestFirst: readonly Tried[], patient: number, now: Date): number {
  const refused = newestFirst.filter(({ outcome }) => outcome === 'refused');
  const [last] = refused;
  if (!last || refused.length < patient) return 0;
  const seconds = Math.min(firstWaitSeconds * 2 ** (refused.length - patient), windowMinutes * 60);
  return Math.max(0, Math.ceil((last.at.getTime() - now.getTime()) / 1000 + seconds));
}
