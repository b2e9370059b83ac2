import type { CommandAnswer } from '../../answers.ts';
import type { Problem } from '../../problem.ts';
import type { OutboxEntry } from './entry.ts';
import { doneBefore, renewedBasedOn, subjectsOf, toForget } from './sending-rules.ts';
import { allEntries, changeEntry, removeEntries, removePhoto } from './storage.ts';

/** Files an order as sent and brings the later ones of its person forward, as far as that hides nothing from them. */
export async function settle(entry: OutboxEntry, { event, seq: parkSeq }: CommandAnswer): Promise<void> {
  const seq = event?.seq ?? parkSeq;
  const subjects = [...(event?.subjects ?? [])];
  const answeredAt = new Date().toISOString();
  await changeEntry(entry.id, (now) => ({ ...now, state: 'sent', problem: null, answeredAt, seq, subjects }));
  await Promise.all(entry.documents.map(removePhoto));
  const all = await allEntries();
  for (const later of all) {
    const isLater = later.state === 'waiting' && later.park === entry.park && later.personId === entry.personId;
    if (isLater) await changeEntry(later.id, (now) => broughtForward(now, all));
  }
  await removeEntries(toForget(all));
}

/** An order must not be out of date because of what its own person did before it. */
export function broughtForward<Order extends Omit<OutboxEntry, 'position'>>(
  order: Order,
  all: readonly OutboxEntry[],
): Order {
  return { ...order, basedOn: renewedBasedOn(order.basedOn, subjectsOf(order), doneBefore(all, order)) };
}

/** An order that will not be done as it is waits for its person to decide. */
export function giveBack(entry: OutboxEntry, { code, field, detail }: Problem): Promise<void> {
  const answeredAt = new Date().toISOString();
  return changeEntry(entry.id, (now) => ({ ...now, state: 'refused', problem: { code, field, detail }, answeredAt }));
}
