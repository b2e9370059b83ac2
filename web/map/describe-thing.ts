import type { FeatureCollection } from 'geojson';
import type { LandUse } from '../../domain/park/schema.ts';
import { isEnglish } from './layers/express.ts';
import type { MapSources, Thing } from './plan.ts';

export interface Described {
  readonly name: string;
  readonly landUse: string | null;
  readonly squareMetres: number | null;
}

/** What the map knows by itself about a thing, for the tip at the pointer; null when it is not there. */
export function describeThing(
  { kind, code }: Thing,
  sources: Pick<MapSources, 'parcels' | 'roads' | 'works'>,
  landUses: readonly LandUse[],
  locale: string,
): Described | null {
  const collection: FeatureCollection = { parcel: sources.parcels, road: sources.roads, work: sources.works }[kind];
  const properties = collection.features.find((feature) => feature.properties?.['code'] === code)?.properties;
  if (!properties) return null;
  const named = {
    name: String(properties['name'] ?? code),
    nameEn: String(properties['nameEn'] ?? properties['name'] ?? code),
  };
  const use = landUses.find((one) => one.standard === properties['standard'] && one.code === properties['landUse']);
  const squareMetres: unknown = properties['squareMetres'];
  return {
    name: inLocale(named, locale),
    landUse: kind === 'parcel' && use ? `${use.code} ${inLocale(use, locale)}` : null,
    squareMetres: kind === 'parcel' && typeof squareMetres === 'number' ? squareMetres : null,
  };
}

function inLocale({ name, nameEn }: { name: string; nameEn: string }, locale: string): string {
  return isEnglish(locale) ? nameEn : name;
}
