import { bbox, featureCollection } from '@turf/turf';
import type { Feature, FeatureCollection } from 'geojson';
import type { MapBounds } from '../plan.ts';

/** The box around the features with these codes in any of the collections; null when there is none. */
export function findBounds(collections: readonly FeatureCollection[], codes: ReadonlySet<string>): MapBounds | null {
  const wanted = collections.flatMap(({ features }) => features);
  return findBox(wanted.filter(({ properties }) => codes.has(String(properties?.['code']))));
}

/** The box around features; null when they have no coordinates. */
export function findBox(features: readonly Feature[]): MapBounds | null {
  const [west, south, east, north] = bbox(featureCollection([...features]));
  return west <= east ? [west, south, east, north] : null;
}
