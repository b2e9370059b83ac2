import type { Change } from '../../../domain/park/facts.ts';

/** The parcels whose gate was recorded as passed before: changing many at once, nobody looks at each of their old days. */
export function recordedBefore(changes: readonly Change[]): string[] {
  return changes.flatMap((change) =>
    change.table === 'gate' && change.before && change.before.doneOn !== null ? [change.before.parcel] : [],
  );
}
