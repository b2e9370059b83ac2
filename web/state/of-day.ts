import type { Day } from '../../domain/day.ts';
import { holdsOn } from '../../domain/parcel/parcels-on.ts';
import type { Layer, ParcelFields } from '../answers.ts';

/** The parcels of a day, out of every boundary they ever had; the layer itself where all of it holds on that day. */
export function parcelsOfDay(layer: Layer<ParcelFields>, on: Day): Layer<ParcelFields> {
  const features = layer.features.filter(({ properties }) => holdsOn(properties, on));
  return features.length === layer.features.length ? layer : { ...layer, features };
}

/** The layer drawn before where the new one shows the same, so that the map need not lay it out again. */
export function sameAsBefore(
  now: Layer<ParcelFields> | null,
  before: Layer<ParcelFields> | null,
): Layer<ParcelFields> | null {
  const isSame =
    now !== null &&
    before !== null &&
    now.features.length === before.features.length &&
    now.features.every((feature, at) => feature === before.features[at]);
  return isSame ? before : now;
}
