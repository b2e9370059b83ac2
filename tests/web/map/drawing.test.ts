import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { LandUse } from '../../../domain/park/schema.ts';
import { updateLayers } from '../../../web/map/binding/update-layers.ts';
import { visibleFor, type Drawing } from '../../../web/map/drawing.ts';
import { defaultVisible } from '../../../web/map/layer-keys.ts';
import { sourceIds } from '../../../web/map/layers/build-sources.ts';
import { composeLayers } from '../../../web/map/layers/compose-layers.ts';
import { statusColour, statuses } from '../../../web/map/palette.ts';

const landUse: LandUse = {
  standard: 'GBJ137-90',
  code: 'M2',
  name: '二类工业用地',
  nameEn: 'Industrial',
  account: 'parcel',
  gb50137: 'M2',
  guide2023: '100102',
  fill: '#BF9468',
};
const drawing: Drawing = {
  landUses: [landUse],
  theme: 'landuse',
  planVersion: 'v2',
  visible: defaultVisible,
  roadLayer: 'subgrade',
  works: new Map([['W-01', 'done']]),
  areaUnit: 'mu',
  locale: 'zh-CN',
  latitude: 27.5,
  dimmed: false,
  words: {
    status: Object.fromEntries(statuses.map((status) => [status, status])) as Drawing['words']['status'],
    unit: { mu: '亩', m2: 'm²', ha: '公顷' },
  },
};

function recorder() {
  const calls: string[] = [];
  const note =
    (name: string) =>
    (...rest: unknown[]): never => {
      calls.push([name, rest[0], typeof rest[1] === 'string' ? rest[1] : ''].join(' ').trim());
      return undefined as never;
    };
  const map = {
    getLayer: note('get'),
    addLayer: (layer: { id: string }) => note('add')(layer.id),
    removeLayer: note('remove'),
    setFilter: note('filter'),
    setPaintProperty: note('paint'),
    setLayoutProperty: note('layout'),
  };
  return { map: map as unknown as Parameters<typeof updateLayers>[0], calls };
}

function changes(next: Partial<Drawing>, before: Drawing = drawing): string[] {
  const { map, calls } = recorder();
  updateLayers(map, composeLayers(before), composeLayers({ ...before, ...next }));
  return calls;
}

describe('composeLayers', () => {
  const layers = composeLayers({ ...drawing, theme: 'status' });
  it('names every layer once and draws only sources that exist', () => {
    expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
    for (const layer of layers) if ('source' in layer) expect(sourceIds).toContain(layer.source);
  });
  it('never fills by land use and by status at once', () => {
    const visible = (id: string, theme: Drawing['theme']) =>
      composeLayers({ ...drawing, theme }).find((layer) => layer.id === id)?.layout?.visibility;
    expect([visible('parcels-landuse', 'landuse'), visible('parcels-status', 'landuse')]).toEqual(['visible', 'none']);
    expect([visible('parcels-landuse', 'status'), visible('parcels-status', 'status')]).toEqual(['none', 'visible']);
  });
  it('survives an empty list of land uses', () => {
    expect(composeLayers({ ...drawing, landUses: [] }).length).toBeGreaterThan(40);
  });
});

describe('updateLayers', () => {
  it('does nothing when nothing changed', () => {
    expect(changes({})).toEqual([]);
  });
  it('changes only lettering when the unit changes', () => {
    expect(changes({ areaUnit: 'ha' })).toEqual([
      'layout parcel-code-area-word text-field',
      'layout parcel-code-area text-field',
    ]);
  });
  it('turns a layer off by its visibility alone', () => {
    expect(changes({ visible: { ...defaultVisible, villages: false } })).toEqual([
      'layout name-village visibility',
      'layout village-edge visibility',
      'layout village visibility',
    ]);
  });
  it('adds and removes the words of the status with the theme', () => {
    const calls = changes({ theme: 'status' });
    expect(calls.filter((call) => call.startsWith('add'))).toHaveLength(statuses.length);
    const back = changes({ theme: 'landuse' }, { ...drawing, theme: 'status' });
    expect(back.filter((call) => call.startsWith('remove'))).toHaveLength(statuses.length);
  });
  it('moves a work from planned to done by filters', () => {
    expect(changes({ works: new Map([['W-01', 'planned']]) }).every((call) => call.startsWith('filter works-'))).toBe(
      true,
    );
  });
});

describe('a paint that follows the state of features', () => {
  const followsState = (paint: unknown) => JSON.stringify(paint).includes('"feature-state"');
  const paints = (changed: Partial<Drawing>) =>
    composeLayers({ ...drawing, ...changed }).flatMap(({ id, paint }) =>
      Object.entries(paint ?? {}).map(([name, value]) => [`${id} ${name}`, value] as const),
    );
  it.each([
    { dimmed: true },
    { theme: 'status' },
    { theme: 'status', dimmed: true },
    { planVersion: 'v1' },
    { locale: 'en', areaUnit: 'ha' },
  ] as const)('follows it in every drawing: %j', (changed) => {
    const before = new Map(paints({}));
    const differing = paints(changed).filter(
      ([name, value]) => before.has(name) && followsState(value) !== followsState(before.get(name)),
    );
    expect(differing.map(([name]) => name)).toEqual([]);
    expect([...before.values()].some(followsState)).toBe(true);
  });
});

describe('visibleFor', () => {
  const parcels: FeatureCollection = {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: { planVersion: 'v2' }, geometry: { type: 'Point', coordinates: [0, 0] } },
    ],
  };
  it('keeps everything for the plan the parcels belong to, and for a park without parcels', () => {
    expect(visibleFor('v2', parcels, defaultVisible)).toBe(defaultVisible);
    expect(visibleFor('v1', { ...parcels, features: [] }, defaultVisible)).toBe(defaultVisible);
  });
  it('shows zones and boundary only for another plan', () => {
    const hidden = { parcels: false, roads: false, roadProgress: false, phases: false, works: false };
    expect(visibleFor('v1', parcels, defaultVisible)).toEqual({ ...defaultVisible, ...hidden });
  });
});

describe('status colours', () => {
  it('are all different', () => {
    expect(new Set(Object.values(statusColour)).size).toBe(statuses.length);
  });
});
