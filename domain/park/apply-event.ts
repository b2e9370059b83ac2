import type { ParkEvent } from './event.ts';
import { applyChanges, type ParkFacts } from './facts.ts';

/**
 * Brings the facts forward by the next event of the log. Events already applied are passed over;
 * a gap in the sequence throws.
 */
export function applyEvent(facts: ParkFacts, event: Pick<ParkEvent, 'seq' | 'changes' | 'subjects'>): void {
  if (event.seq <= facts.seq) return;
  if (event.seq !== facts.seq + 1) throw new Error(`event ${event.seq} cannot follow ${facts.seq}`);
  applyChanges(facts, event.changes);
  for (const subject of event.subjects) facts.touched.set(subject, event.seq);
  facts.seq = event.seq;
}
