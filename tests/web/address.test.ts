import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress, type Address } from '../../web/state/address.ts';

const full: Address = {
  on: '2007-12-31',
  against: '2007-11-30',
  theme: 'status',
  unit: 'ha',
  locale: 'en',
  plan: 'v1',
  panel: 'projects',
  selection: { kind: 'parcel', code: 'A-01' },
  figure: { column: 'available', phase: '1' },
  finding: 'overlap-A-01-A-02',
  importFile: null,
  roadLayer: 'surface',
  layers: ['survey', 'works'],
  at: [117.33, 27.53, 14.25],
};

describe('the address bar', () => {
  it('keeps the whole view', () => {
    expect(readAddress(writeAddress(full))).toEqual(full);
  });

  it('keeps the file that is imported, and only while it is', () => {
    const importing: Address = { ...full, panel: 'import', importFile: '5b0f1d9e-7c3e-4a57-9d1f-0a3a4f6f2c11' };
    expect(readAddress(writeAddress(importing))).toEqual(importing);
    expect(writeAddress({ ...importing, panel: 'account' })).not.toHaveProperty('file');
  });

  it('is empty for the view a visitor begins with', () => {
    expect(writeAddress(readAddress({}))).toEqual({});
  });

  it('tells a closed panel from one not mentioned', () => {
    expect(readAddress({}).panel).toBe('account');
    expect(readAddress(writeAddress({ ...full, panel: null })).panel).toBeNull();
  });

  it('keeps a figure of the whole park', () => {
    const figure = { column: 'roads', phase: null } as const;
    expect(readAddress(writeAddress({ ...full, figure })).figure).toEqual(figure);
  });

  it.each([
    { on: '2007-02-30' },
    { theme: 'satellite' },
    { unit: 'acre' },
    { lang: 'fr' },
    { sel: 'parcel:' },
    { sel: 'nothing' },
    { sel: ':A-01' },
    { figure: 'total' },
    { road: 'tunnel' },
    { at: '117,27' },
    { at: 'a,b,c' },
    { at: '900,27,14' },
  ])('falls back from nonsense: %j', (query) => {
    expect(writeAddress(readAddress(query))).toEqual({});
  });
});
