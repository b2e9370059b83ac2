import type { Problem } from '../../problem.ts';
import type { OutboxEntry } from './entry.ts';

/** What becomes of an order that was not done: sent again later, kept until its person signs in, or given back. */
export type Verdict = 'later' | 'sign-in' | 'back';

const mostBrokenAttempts = 5;
const soonestMs = 2_000;
const latestMs = 60_000;
export const mostSentShown = 20;

/** The order to send now: the oldest of this person that waits. Those of others wait for them. */
export function nextToSend(entries: readonly OutboxEntry[], personId: string): OutboxEntry | null {
  const mine = entries.filter((entry) => entry.state === 'waiting' && entry.personId === personId);
  return mine.sort((a, b) => a.position - b.position)[0] ?? null;
}

/** An order at which the server breaks again and again must not hold up those behind it. */
export function judge(problem: Pick<Problem, 'status' | 'code'>, attempts: number): Verdict {
  const { status, code } = problem;
  if (status === 401 || code === 'access.must-change-password') return 'sign-in';
  if (status === 500) return attempts < mostBrokenAttempts ? 'later' : 'back';
  return status === 0 || status > 500 || status === 408 || status === 429 ? 'later' : 'back';
}

/** How long to wait after so many attempts in a row; never less than the server asked for. */
export function pauseMs(attempts: number, retryAfterSeconds: number | null): number {
  const own = Math.min(latestMs, soonestMs * 2 ** Math.max(0, attempts - 1));
  return Math.max(own, (retryAfterSeconds ?? 0) * 1000);
}

/** An order that was done: on what it was based, what it touched, the event it became. */
export interface Done {
  readonly basedOn: number;
  readonly seq: number;
  readonly subjects: readonly string[];
}

/**
 * On what a later order of the same person is based once earlier ones are done (in their order). The server found nobody
 * else's touch on `subjects` of one between its `basedOn` and its `seq`; of other subjects it says nothing. So the later
 * order moves on only if nothing but the earlier one happened, or if it touches nothing that the earlier one did not.
 */
export function renewedBasedOn(basedOn: number, subjects: readonly string[] | null, earlier: readonly Done[]): number {
  return earlier.reduce((based, done) => {
    if (based < done.basedOn || based >= done.seq) return based;
    const isNext = done.seq === based + 1;
    const isWithin = !!subjects?.length && subjects.every((subject) => done.subjects.includes(subject));
    return isNext || isWithin ? done.seq : based;
  }, basedOn);
}

/** What this person has done in this park from here, as far as it is still remembered. */
export function doneBefore(
  entries: readonly OutboxEntry[],
  { park, personId }: Pick<OutboxEntry, 'park' | 'personId'>,
): Done[] {
  return entries
    .flatMap((entry) => {
      const { seq, basedOn, subjects } = entry;
      const isTheirs = entry.park === park && entry.personId === personId;
      return isTheirs && seq !== null ? [{ basedOn, seq, subjects }] : [];
    })
    .sort((a, b) => a.seq - b.seq);
}

/** The things an order may touch (`parcel:A-01`, `road:R0` …), or null when only the server can say. */
export function subjectsOf({ command, input }: Pick<OutboxEntry, 'command' | 'input'>): string[] | null {
  const { parcels, road, work, project } = input as Readonly<Record<string, unknown>>;
  const land = Array.isArray(parcels) ? parcels.map((code) => `parcel:${String(code)}`) : [];
  switch (command) {
    case 'record-gate':
    case 'plan-gate':
    case 'release-parcels':
      return land;
    case 'record-stretch':
      return [`road:${String(road)}`];
    case 'record-work':
      return [`work:${String(work)}`];
    case 'record-stage':
      return [`project:${String(project)}`];
    case 'assign-parcels':
      return [...land, `project:${String(project)}`];
    case 'import-land':
    case 'split-parcel':
    case 'undo':
      return null;
  }
}

/** What was sent long enough ago to be forgotten: all but the last ones. */
export function toForget(entries: readonly OutboxEntry[]): string[] {
  const sent = entries.filter(({ state }) => state === 'sent').sort((a, b) => b.position - a.position);
  return sent.slice(mostSentShown).map(({ id }) => id);
}
