import { subjectOf, type Change } from '../../domain/park/facts.ts';
import type { EventAnswer } from '../answers.ts';
import type { HistoryAnswer } from '../answers/history.ts';
import { readHistory } from '../api/history.ts';

/** The events after `basedOn` on the things that `changes` are about, oldest first. */
export async function readSince(
  park: string,
  basedOn: number,
  changes: readonly Change[],
  signal: AbortSignal,
): Promise<EventAnswer[]> {
  const subjects = new Set(changes.map(subjectOf));
  const [only] = subjects;
  const subject = subjects.size === 1 && only !== undefined ? only : null;
  const found: EventAnswer[] = [];
  for (let before: number | null = null; ;) {
    const { events, hasEarlier }: HistoryAnswer = await readHistory({ park, signal }, { subject }, before);
    found.push(...events.filter(({ seq }) => seq > basedOn));
    const last = events.at(-1)?.seq;
    if (!hasEarlier || last === undefined || last <= basedOn + 1) break;
    before = last;
  }
  return found.filter((event) => event.subjects.some((one) => subjects.has(one))).reverse();
}
