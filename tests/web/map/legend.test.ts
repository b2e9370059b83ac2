import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { legendEntries } from '../../../web/map/controls/legend-entries.ts';
import { describeThing } from '../../../web/map/describe-thing.ts';
import { defaultVisible } from '../../../web/map/layer-keys.ts';
import type { ParcelStateSeen } from '../../../web/map/plan.ts';

const standard = 'GBJ137-90';
const use = (code: string) => ({
  standard,
  code,
  name: `${code}用地`,
  nameEn: `${code} land`,
  account: 'parcel' as const,
  gb50137: null,
  guide2023: null,
  fill: '#BF9468',
});
const features = (...properties: object[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: properties.map((one) => ({
    type: 'Feature',
    properties: one,
    geometry: { type: 'Point', coordinates: [0, 0] },
  })),
});
const shown = {
  theme: 'landuse' as const,
  landUses: [use('M1'), use('M2'), use('R2')],
  zones: features({ planVersion: 'v2', standard, landUse: 'M1' }, { planVersion: 'v1', standard, landUse: 'R2' }),
  parcels: features({ code: 'A-01', planVersion: 'v2', standard, landUse: 'M2', squareMetres: 1000 }),
  works: features({ code: 'W-01', kind: 'substation', name: '变电站', nameEn: 'Substation' }),
  planVersion: 'v2',
  parcelStates: new Map<string, ParcelStateSeen>([['A-01', { status: 'available', claim: null, missing: [] }]]),
  roadLayer: 'subgrade' as const,
  visible: defaultVisible,
  locale: 'zh-CN',
};
const say = (key: string): string => key;
const keys = (part: Partial<typeof shown> | object): string[][] =>
  legendEntries({ ...shown, ...part }, say).map(({ entries }) => entries.map(({ key }) => key));

describe('legendEntries', () => {
  it('lists only the land uses of the plan shown', () => {
    expect(keys({})[0]).toEqual([`${standard}/M1`, `${standard}/M2`]);
  });
  it('lists only the statuses that occur', () => {
    expect(keys({ theme: 'status' })[0]).toEqual(['available']);
  });
  it('says nothing of claims, progress and works for a plan without parcels', () => {
    expect(keys({ planVersion: 'v1' })).toEqual([[`${standard}/R2`], ['boundary']]);
  });
  it('follows the layers that are switched on', () => {
    const visible = { ...defaultVisible, works: false, roadProgress: false, phases: false, survey: true };
    expect(keys({ visible }).slice(1)).toEqual([['boundary', 'survey']]);
  });
});

describe('describeThing', () => {
  const sources = { parcels: shown.parcels, roads: features(), works: shown.works };
  it('names a parcel with its land use and area, a work by its name in the language', () => {
    expect(describeThing({ kind: 'parcel', code: 'A-01' }, sources, shown.landUses, 'zh-CN')).toEqual({
      name: 'A-01',
      landUse: 'M2 M2用地',
      squareMetres: 1000,
    });
    expect(describeThing({ kind: 'work', code: 'W-01' }, sources, [], 'en')?.name).toBe('Substation');
  });
  it('is null for what is not there', () => {
    expect(describeThing({ kind: 'road', code: 'R9' }, sources, [], 'en')).toBeNull();
  });
});
