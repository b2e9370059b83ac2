import { z } from 'zod';
import { orderedGates, type Gate, type GateRecord } from '../parcel/schema.ts';
import { overlaps } from '../project/live-claim.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { Decision } from './decision.ts';
import type { ParkEvent } from './event.ts';
import { applyChanges, currentRow, inverse, subjectOf, subjectsOf, type Change, type ParkFacts } from './facts.ts';
import { rowKey } from './row-key.ts';
import { sameRow } from './same-row.ts';
import { contractsUnreadyBy } from './unready-contracts.ts';

export const undoSchema = z.object({
  seq: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  reason: z.string().trim().max(500).nullable().default(null),
});
export type Undo = z.infer<typeof undoSchema>;

type Taken = Pick<ParkEvent, 'seq' | 'changes' | 'effectiveOn'>;

/** An event of the log after the one to take back. */
export type LaterEvent = Pick<ParkEvent, 'seq' | 'command' | 'actor' | 'effectiveOn' | 'changes' | 'undoes'> & {
  readonly undoneBy: number | null;
};

interface Obstacle {
  readonly change: Change;
  /**
   * `changed-since`, `contract`, `land` (other land was changed since), `used` (a parcel that would be gone has records),
   * the gate that is out of order, or the project whose claim is in the way.
   */
  readonly why: string;
}

/** The subjects whose later events decide whether an event can be taken back. */
export function undoSubjects(facts: ParkFacts, event: Pick<Taken, 'changes'>): string[] {
  const contracts = changedSince(facts, event) ? [] : contractsUnreadyBy(facts, inverse(event.changes));
  return [...new Set([...subjectsOf(event.changes), ...contracts.map(({ parcel }) => `parcel:${parcel}`)])];
}

/**
 * Takes back an event of the log. `later`: the events after it on `undoSubjects`, in any order.
 * Refuses with undo.already-undone, and with undo.superseded, naming the later event, when a row was changed since or
 * a later fact rests on it: a gate done or planned that would stand before its forerunner, a claim on the land that
 * would be taken again, a contract on land that would not have been ready, a later change of the parcels' land, or a
 * record of a parcel that would be gone.
 */
export function undoEvent(
  facts: ParkFacts,
  event: Taken,
  { undoneBy, later }: { readonly undoneBy: number | null; readonly later: readonly LaterEvent[] },
  input: Undo,
): Decision | Refusal {
  if (undoneBy !== null) return refuse('undo.already-undone', 'seq', { seq: event.seq, undoneBy });
  const standing = later
    .filter((one) => one.undoneBy === null && (one.undoes === null || one.undoes < event.seq))
    .sort((a, b) => b.seq - a.seq);
  const laterOn = (change: Change): LaterEvent | null =>
    standing.find(({ changes }) => changes.some((other) => rowKey(other) === rowKey(change))) ?? null;

  const changed = changedSince(facts, event);
  if (changed) return superseded(event.seq, { change: changed, why: 'changed-since' }, laterOn(changed));
  const changes = inverse(event.changes);
  const land = changes.find(({ table }) => table === 'boundary');
  const rebuilt = land && standing.find((one) => one.changes.some(({ table }) => table === 'boundary'));
  if (land && rebuilt) return superseded(event.seq, { change: land, why: 'land' }, rebuilt);
  // What nobody touched since stood like this before the event, too; only what came later can be in the way.
  for (const obstacle of obstacles(facts, changes)) {
    const cause = laterOn(obstacle.change);
    if (cause || obstacle.why === 'used') return superseded(event.seq, obstacle, cause);
  }
  return { changes, effectiveOn: event.effectiveOn, reason: input.reason };
}

function superseded(seq: number, { change, why }: Obstacle, cause: LaterEvent | null): Refusal {
  return refuse('undo.superseded', 'seq', {
    seq,
    subject: subjectOf(change),
    why,
    laterSeq: cause?.seq ?? null,
    laterCommand: cause?.command ?? null,
    laterActor: cause?.actor ?? null,
    laterOn: cause?.effectiveOn ?? null,
  });
}

function changedSince(facts: ParkFacts, { changes }: Pick<Taken, 'changes'>): Change | null {
  return changes.find((change) => !sameRow(currentRow(facts, change), change.after)) ?? null;
}

/** The rows that would contradict the facts if `changes` were made. */
function obstacles(facts: ParkFacts, changes: readonly Change[]): Obstacle[] {
  const unready = contractsUnreadyBy(facts, changes);
  applyChanges(facts, changes);
  try {
    return [
      ...changes.flatMap((change) => (change.table === 'gate' ? gatesOutOfOrder(facts, change) : [])),
      ...changes.flatMap((change) => (change.table === 'claim' ? clashingClaims(facts, change) : [])),
      ...changes.flatMap((change) => (change.table === 'parcel' ? recordsLeft(facts, change) : [])),
      ...unready.map(
        (claim) => ({ change: { table: 'claim', before: claim, after: claim }, why: 'contract' }) as const,
      ),
    ];
  } finally {
    applyChanges(facts, inverse(changes));
  }
}

function gatesOutOfOrder(facts: ParkFacts, { before, after }: Change & { table: 'gate' }): Obstacle[] {
  const order: readonly Gate[] = orderedGates;
  const row = after ?? before;
  const records = facts.gates.get(row?.parcel ?? '');
  const place = row ? order.indexOf(row.gate) : -1;
  if (!row || !records || place < 0) return [];
  const restored = records.get(row.gate) ?? null;
  return order.flatMap((gate, index) => {
    const record = records.get(gate);
    if (index === place || !record) return [];
    const isDisorder = index < place ? isBefore(restored, record) : isBefore(record, restored);
    return isDisorder ? [{ change: { table: 'gate', before: record, after: record }, why: gate }] : [];
  });
}

/** Whether a gate stands before its forerunner: done without or before it, or planned before it is done or planned. */
export function isBefore(gate: GateRecord | null, forerunner: GateRecord | null): boolean {
  if (gate === null) return false;
  const doneOn = forerunner?.doneOn ?? null;
  if (gate.doneOn !== null) return doneOn === null || doneOn > gate.doneOn;
  const day = doneOn ?? forerunner?.plannedOn ?? null;
  return gate.plannedOn !== null && day !== null && day > gate.plannedOn;
}

/** What is recorded of a parcel that is gone. */
function recordsLeft(facts: ParkFacts, { before, after }: Change & { table: 'parcel' }): Obstacle[] {
  if (before === null || after !== null) return [];
  const claims = [...(facts.claims.get(before.code)?.values() ?? [])];
  const gates = [...(facts.gates.get(before.code)?.values() ?? [])];
  return [
    ...claims.map((claim) => ({ change: { table: 'claim', before: claim, after: claim }, why: 'used' }) as const),
    ...gates.map((gate) => ({ change: { table: 'gate', before: gate, after: gate }, why: 'used' }) as const),
  ];
}

function clashingClaims(facts: ParkFacts, { after: restored }: Change & { table: 'claim' }): Obstacle[] {
  if (restored === null) return [];
  const others = [...(facts.claims.get(restored.parcel)?.values() ?? [])].filter(({ id }) => id !== restored.id);
  return others
    .filter((claim) => overlaps(claim, restored))
    .map((claim) => ({ change: { table: 'claim', before: claim, after: claim }, why: claim.project }));
}
