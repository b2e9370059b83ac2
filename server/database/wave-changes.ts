import type { Change } from '../../domain/park/facts.ts';
import { rowKey } from '../../domain/park/row-key.ts';

export const writeActions = ['delete', 'update', 'insert'] as const;
export type WriteAction = (typeof writeActions)[number];

export function actionOf({ before, after }: Change): WriteAction {
  if (before === null) return 'insert';
  return after === null ? 'delete' : 'update';
}

/**
 * Cuts changes into runs that may be written table by table, first what goes, then what changes, then what comes: in a
 * run no row is changed twice, and of the claims on a parcel, which must never overlap, no two change alike.
 */
export function waveChanges(changes: readonly Change[]): Change[][] {
  const waves: Change[][] = [];
  let taken = new Set<string>();
  for (const change of changes) {
    if (change.before === null && change.after === null) continue;
    const places = placesOf(change);
    if (waves.length === 0 || places.some((place) => taken.has(place))) {
      waves.push([]);
      taken = new Set();
    }
    for (const place of places) taken.add(place);
    waves.at(-1)!.push(change);
  }
  return waves;
}

function placesOf(change: Change): string[] {
  if (change.table !== 'claim') return [rowKey(change)];
  return [rowKey(change), `claims of ${(change.after ?? change.before)?.parcel}: ${actionOf(change)}`];
}
