import type { Map as MapLibre } from 'maplibre-gl';
import type { ParcelStateSeen, Thing } from '../plan.ts';

type Stateful = Pick<MapLibre, 'setFeatureState' | 'removeFeatureState'>;
type Drawn = ReadonlyMap<string, string>;

/** Tells the map the status and claim of every parcel that changed; returns what is drawn now. */
export function applyParcelStates(
  map: Stateful,
  drawn: Drawn,
  states: ReadonlyMap<string, Pick<ParcelStateSeen, 'status' | 'claim'>>,
): Drawn {
  const next = new Map<string, string>();
  for (const [code, { status, claim }] of states) {
    const kind = claim?.kind ?? '';
    next.set(code, `${status}/${kind}`);
    if (drawn.get(code) === `${status}/${kind}`) continue;
    map.setFeatureState({ source: 'parcels', id: code }, { status, claim: kind });
    map.setFeatureState({ source: 'parcel-labels', id: code }, { status });
  }
  for (const code of drawn.keys()) {
    if (next.has(code)) continue;
    map.setFeatureState({ source: 'parcels', id: code }, { status: '', claim: '' });
    map.setFeatureState({ source: 'parcel-labels', id: code }, { status: '' });
  }
  return next;
}

/** Marks the parcels and zones behind a figure; returns what is marked now. */
export function applyHighlight(
  map: Stateful,
  drawn: ReadonlySet<string>,
  codes: readonly string[],
): ReadonlySet<string> {
  const next = new Set(codes);
  const mark = (code: string, hot: boolean): void => {
    for (const source of ['parcels', 'parcel-labels', 'zones']) map.setFeatureState({ source, id: code }, { hot });
  };
  for (const code of drawn) if (!next.has(code)) mark(code, false);
  for (const code of next) if (!drawn.has(code)) mark(code, true);
  return next;
}

const sourceOf = { parcel: 'parcels', road: 'roads', work: 'works' } as const;

/** Moves the hover or selection mark from one thing to another. */
export function applyMark(map: Stateful, mark: 'hover' | 'selected', before: Thing | null, after: Thing | null): void {
  if (before?.kind === after?.kind && before?.code === after?.code) return;
  if (before) map.setFeatureState({ source: sourceOf[before.kind], id: before.code }, { [mark]: false });
  if (after) map.setFeatureState({ source: sourceOf[after.kind], id: after.code }, { [mark]: true });
}
