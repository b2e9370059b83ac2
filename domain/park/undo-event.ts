import { z } from 'zod';
import { parcelState } from '../parcel/parcel-state.ts';
import { orderedGates, type Gate } from '../parcel/schema.ts';
import { overlaps } from '../project/live-claim.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { Decision } from './decision.ts';
import type { ParkEvent } from './event.ts';
import { applyChanges, currentRow, inverse, subjectOf, type Change, type ParkFacts } from './facts.ts';
import { sameRow } from './same-row.ts';

export const undoSchema = z.object({
  seq: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  reason: z.string().trim().max(500).nullable().default(null),
});
export type Undo = z.infer<typeof undoSchema>;

/**
 * Takes back an event of the log. Refuses with undo.already-undone, and with undo.superseded when a row was changed
 * since or a later fact rests on it: a later gate, a claim on the freed land, a later contract on land that was ready.
 */
export function undoEvent(
  facts: ParkFacts,
  event: Pick<ParkEvent, 'seq' | 'changes' | 'effectiveOn'>,
  undoneBy: number | null,
  input: Undo,
): Decision | Refusal {
  if (undoneBy !== null) return refuse('undo.already-undone', 'seq', { seq: event.seq, undoneBy });
  for (const change of event.changes) {
    if (!sameRow(currentRow(facts, change), change.after)) return superseded(facts, event.seq, change, 'changed-since');
  }
  const changes = inverse(event.changes);
  const unreadyBefore = unreadyContracts(facts);
  applyChanges(facts, changes);
  try {
    for (const change of changes) {
      const why = change.table === 'gate' ? brokenGateOrder(facts, change) : clashingClaim(facts, change);
      if (why) return superseded(facts, event.seq, change, why);
    }
    const isLater = (parcel: string) => (facts.touched.get(`parcel:${parcel}`) ?? 0) > event.seq;
    const unready = [...unreadyContracts(facts)].find((parcel) => !unreadyBefore.has(parcel) && isLater(parcel));
    if (unready)
      return refuse('undo.superseded', 'seq', { seq: event.seq, subject: `parcel:${unready}`, why: 'contract' });
  } finally {
    applyChanges(facts, inverse(changes));
  }
  return { changes, effectiveOn: event.effectiveOn, reason: input.reason };
}

function superseded(facts: ParkFacts, seq: number, change: Change, why: string): Refusal {
  const subject = subjectOf(change);
  return refuse('undo.superseded', 'seq', { seq, subject, why, laterSeq: facts.touched.get(subject) ?? null });
}

function brokenGateOrder(facts: ParkFacts, change: Change & { table: 'gate' }): string | null {
  const parcel = (change.after ?? change.before)?.parcel;
  if (parcel === undefined) return null;
  const records = facts.gates.get(parcel);
  let previous: string | null = '';
  for (const gate of orderedGates as readonly Gate[]) {
    const doneOn = records?.get(gate)?.doneOn ?? null;
    if (doneOn !== null && (previous === null || doneOn < previous)) return gate;
    previous = doneOn;
  }
  return null;
}

function clashingClaim(facts: ParkFacts, change: Change): string | null {
  if (change.table !== 'claim' || change.after === null) return null;
  const restored = change.after;
  const others = [...(facts.claims.get(restored.parcel)?.values() ?? [])].filter((claim) => claim.id !== restored.id);
  return others.find((claim) => overlaps(claim, restored))?.project ?? null;
}

function unreadyContracts(facts: ParkFacts): Set<string> {
  const unready = new Set<string>();
  for (const [code, claims] of facts.claims) {
    const parcel = facts.parcels.get(code);
    const contract = [...claims.values()].find((claim) => claim.kind === 'contract');
    if (!parcel || !contract) continue;
    const asOf = { on: contract.fromOn, knownOn: contract.fromOn };
    if (parcelState(facts, parcel, asOf).missing.length) unready.add(code);
  }
  return unready;
}
