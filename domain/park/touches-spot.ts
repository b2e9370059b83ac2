import type { Stretch } from '../road/schema.ts';
import type { Change } from './facts.ts';
import type { RoadHere, SpotFinds } from './spot.ts';

/** Whether a change is about something at a spot; of a road only what was recorded at the spot's chainage and side. */
export function touchesSpot(change: Change, { parcels, roads, works }: SpotFinds): boolean {
  switch (change.table) {
    case 'boundary':
    case 'gate':
    case 'claim':
      return parcels.includes((change.after ?? change.before)?.parcel ?? '');
    case 'stretch':
      return [change.before, change.after].some(
        (stretch) => stretch !== null && roads.some((road) => isStretchHere(stretch, road)),
      );
    case 'work':
      return works.some(({ work }) => work === (change.after ?? change.before)?.code);
    case 'parcel':
      return parcels.includes((change.after ?? change.before)?.code ?? '');
    case 'project':
      return false;
  }
}

/** Whether a stretch covers a place of its road; on the centreline both halves count. */
export function isStretchHere(stretch: Stretch, { road, chainageMetres, side }: RoadHere): boolean {
  const isBeside = side === null || stretch.side === 'full' || stretch.side === side;
  const isAlong = stretch.fromMetres <= chainageMetres && chainageMetres <= stretch.toMetres;
  return stretch.road === road && isBeside && isAlong;
}
