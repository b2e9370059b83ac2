import type { Feature, FeatureCollection, Polygon } from 'geojson';
import type { Site } from './open-page.ts';

/** Parcels of 金岭 as a survey file would bring them: their code and their corners in degrees. */
export async function parcelsOf(site: Site, codes: readonly string[]): Promise<Feature<Polygon>[]> {
  const layer = await site.read<FeatureCollection<Polygon>>('/api/parks/jinling/layers/parcels');
  return codes.map((code) => {
    const { geometry } = layer.features.find(({ properties }) => properties?.['code'] === code)!;
    return { type: 'Feature', properties: { DKBH: code }, geometry: structuredClone(geometry) };
  });
}

/** A GeoJSON file as a browser is given it. */
export function geoJsonFile(name: string, features: readonly Feature[]) {
  const content = JSON.stringify({ type: 'FeatureCollection', features });
  return { name, mimeType: 'application/geo+json', buffer: Buffer.from(content) };
}

/** The 界址点 TXT the park hands out of some parcels, as UTF-8 text. */
export async function coordinateTxtOf(site: Site, codes: readonly string[]): Promise<string> {
  const query = `format=txt&encoding=utf-8&codes=${codes.join(',')}`;
  const answer = await fetch(`${site.server.url}/api/parks/jinling/export?${query}`);
  return answer.text();
}
