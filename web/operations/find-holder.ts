import type { Change } from '../../domain/park/facts.ts';
import type { RefusalDetail } from '../../domain/refusals.ts';
import type { EventAnswer } from '../answers.ts';

/** Refusals that mean: somebody recorded something that stands in the way. */
const heldTables: Readonly<Record<string, Change['table']>> = {
  'parcel.claimed': 'claim',
  'parcel.not-claimed': 'claim',
  'claim.unchanged': 'claim',
  'claim.downgrade': 'claim',
  'gate.unchanged': 'gate',
  'gate.already-done': 'gate',
  'gate.order': 'gate',
  'stretch.already-recorded': 'stretch',
  'work.unchanged': 'work',
  'work.already-done': 'work',
  'stage.unchanged': 'project',
  'stage.order': 'project',
};

interface Refused {
  readonly code: string;
  readonly detail: RefusalDetail;
}

/** The subject whose history tells who recorded what stands in the way; null when nobody did. */
export function heldSubject({ code, detail }: Refused): string | null {
  const table = heldTables[code];
  if (table === undefined) return null;
  const kind = {
    parcel: 'parcel',
    boundary: 'parcel',
    claim: 'parcel',
    gate: 'parcel',
    stretch: 'road',
    work: 'work',
    project: 'project',
  }[table];
  const named = detail[kind];
  return typeof named === 'string' ? `${kind}:${named}` : null;
}

/** The event, among those of the subject (newest first), that recorded what stands in the way; null: the first data. */
export function findHolder({ code, detail }: Refused, events: readonly EventAnswer[]): EventAnswer | null {
  const table = heldTables[code];
  const gate = code === 'gate.order' ? detail['other'] : detail['gate'];
  const isIt = (change: Change): boolean => {
    if (change.table !== table) return false;
    const row = change.after ?? change.before;
    if (row === null) return false;
    if (change.table === 'gate') return 'gate' in row && row.gate === gate;
    if (change.table === 'claim' && code === 'parcel.claimed')
      return 'project' in row && row.project === detail['project'];
    if (change.table === 'stretch') return 'layer' in row && row.layer === detail['layer'] && lies(row, detail);
    return true;
  };
  return events.find(({ changes, undoneBy }) => undoneBy === null && changes.some(isIt)) ?? null;
}

function lies(row: { fromMetres: number; toMetres: number }, { fromMetres, toMetres }: RefusalDetail): boolean {
  return Number(fromMetres) < row.toMetres && row.fromMetres < Number(toMetres);
}
