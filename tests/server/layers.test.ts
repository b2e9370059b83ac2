import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { FeatureCollection } from 'geojson';
import { expect, test } from 'vitest';
import { layerNames } from '../../server/layers/layer-names.ts';
import { onEngines } from '../support/on-engines.ts';

const source = (park: string, name: string) =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../data/geo', park, `${name}.geojson`), 'utf8'),
  ) as FeatureCollection;

const byCode = ({ features }: FeatureCollection) =>
  new Map(features.map((feature) => [String(feature.properties?.['code']), feature]));

onEngines('map layers', (park) => {
  const layer = (name: string, headers: Record<string, string> = {}, code = 'jinling') =>
    park().app.request(`/api/parks/${code}/layers/${name}`, { headers });
  const collection = async (name: string, code = 'jinling') =>
    (await (await layer(name, {}, code)).json()) as FeatureCollection;

  for (const code of ['jinling', 'heshun']) {
    test(`${code}: come back to the last decimal of data/geo`, async () => {
      for (const name of layerNames.filter((one) => one !== 'zones' && one !== 'base')) {
        const [told, given] = [byCode(await collection(name, code)), byCode(source(code, name))];
        expect([...told.keys()].sort()).toEqual([...given.keys()].sort());
        for (const [key, feature] of given) {
          const { geometry, properties } = told.get(key)!;
          const isOnePart = feature.geometry.type === 'MultiPolygon' && feature.geometry.coordinates.length === 1;
          const expected = isOnePart
            ? { type: 'Polygon', coordinates: (feature.geometry as { coordinates: unknown[] }).coordinates[0] }
            : feature.geometry;
          expect(geometry, `${name} ${key}`).toEqual(expected);
          expect(properties).toMatchObject(feature.properties!);
        }
      }
      const zones: string[] = [];
      for (const plan of byCode(source(code, 'plan-versions')).keys()) {
        zones.push(...byCode(await collection(`zones?plan=${plan}`, code)).keys());
      }
      expect(zones.sort()).toEqual([...byCode(source(code, 'zones')).keys()].sort());
      expect((await collection('base', code)).features).toEqual(source(code, 'base').features);
    });
  }

  test('have strong tags and answer 304 to who has them', async () => {
    for (const name of layerNames) {
      const first = await layer(name);
      const etag = first.headers.get('etag')!;
      expect(etag).toMatch(/^"[\w-]+"$/);
      expect(first.headers.get('cache-control')).toBe('no-cache');
      expect(first.headers.get('content-type')).toContain('application/geo+json');
      for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
        const again = await layer(name, { 'if-none-match': known });
        expect([again.status, await again.text()]).toEqual([304, '']);
      }
      expect((await layer(name, { 'if-none-match': '"other"' })).status).toBe(200);
    }
  });

  test('go out compressed, under another tag', async () => {
    const [plain, packed] = [await layer('parcels'), await layer('parcels', { 'accept-encoding': 'gzip, br' })];
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toContain('Accept-Encoding');
    expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    const unpacked = gunzipSync(Buffer.from(await packed.arrayBuffer()));
    expect(unpacked.toString()).toBe(await plain.text());
  });

  test('carry areas, lengths and the chainage of every vertex', async () => {
    const roads = await collection('roads');
    for (const { geometry, properties } of roads.features) {
      const chainages = properties!['chainages'] as number[];
      expect(chainages).toHaveLength((geometry as { coordinates: unknown[] }).coordinates.length);
      expect(chainages.at(-1)).toBe(properties!['lengthMetres']);
    }
    const parcels = await collection('parcels');
    expect(parcels.features.every(({ properties }) => Number(properties!['squareMetres']) > 0)).toBe(true);
    const zones = await collection('zones');
    expect(zones.features.every(({ properties }) => typeof properties!['account'] === 'string')).toBe(true);
  });
});
