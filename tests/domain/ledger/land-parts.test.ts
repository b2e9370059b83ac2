import { describe, expect, test } from 'vitest';
import type { LandAccount } from '../../../domain/park/schema.ts';
import { landParts } from '../../../domain/ledger/land-parts.ts';
import { rectangle } from '../../support/ledger-land.ts';

const polygons = rectangle(0, 0, 10, 10);
const zone = (code: string, account: LandAccount, phase: string | null = '1', planVersion = 'v2') => ({
  fields: { code, account, phase, planVersion },
  polygons,
});
const parcel = (code: string, phase = '1', planVersion = 'v2') => ({ fields: { code, phase, planVersion }, polygons });
const version = { code: 'v2' };
const columns = (parts: ReturnType<typeof landParts>) => parts.map(({ kind, code, column }) => [kind, code, column]);

describe('the parts of a plan version', () => {
  test('are its parcels and its zones of other land, each in its column', () => {
    const zones = [
      zone('Z-1', 'parcel'),
      zone('Z-2', 'road'),
      zone('Z-3', 'green'),
      zone('Z-4', 'water'),
      zone('Z-5', 'utility'),
      zone('Z-6', 'rest'),
      zone('Z-7', 'road', '1', 'v1'),
    ];
    expect(columns(landParts({ version, zones, parcels: [parcel('A-01'), parcel('X-01', '1', 'v1')] }))).toEqual([
      ['parcel', 'A-01', 'parcels'],
      ['zone', 'Z-2', 'roads'],
      ['zone', 'Z-3', 'green'],
      ['zone', 'Z-4', 'water'],
      ['zone', 'Z-5', 'utilities'],
      ['zone', 'Z-6', 'rest'],
    ]);
  });
  test('count a block of land for parcels where no parcel is laid out yet', () => {
    const zones = [zone('Z-1', 'parcel', '1'), zone('Z-2', 'parcel', '2')];
    expect(columns(landParts({ version, zones, parcels: [parcel('A-01', '1')] }))).toEqual([
      ['parcel', 'A-01', 'parcels'],
      ['zone', 'Z-2', 'parcels'],
    ]);
  });
  test('of a plan without phases count the blocks while there is no parcel', () => {
    const zones = [zone('Z-1', 'parcel', null), zone('Z-2', 'road', null)];
    expect(columns(landParts({ version, zones, parcels: [] }))).toHaveLength(2);
    expect(columns(landParts({ version, zones, parcels: [parcel('A-01')] }))).toEqual([
      ['parcel', 'A-01', 'parcels'],
      ['zone', 'Z-2', 'roads'],
    ]);
  });
});
