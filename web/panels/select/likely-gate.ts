import { orderedGates, type Gate } from '../../../domain/parcel/gates.ts';

/** The gate most of these parcels have to pass next, the earlier one of equals; null when none lacks one in order. */
export function likelyGate(missing: Iterable<readonly Gate[]>): Gate | null {
  const counts = new Map<Gate, number>();
  for (const gates of missing) {
    const next = orderedGates.find((gate) => gates.includes(gate));
    if (next) counts.set(next, (counts.get(next) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return orderedGates.find((gate) => counts.get(gate) === most) ?? null;
}
