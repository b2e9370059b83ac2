import type { Change } from './facts.ts';

/** Which row of the park's facts a change is about: equal for two changes of the same row. */
export function rowKey(change: Change): string {
  switch (change.table) {
    case 'gate': {
      const row = change.after ?? change.before;
      return `gate/${row?.parcel}/${row?.gate}`;
    }
    case 'boundary':
    case 'stretch':
    case 'claim':
      return `${change.table}/${(change.after ?? change.before)?.id}`;
    case 'parcel':
    case 'work':
    case 'project':
      return `${change.table}/${(change.after ?? change.before)?.code}`;
  }
}
