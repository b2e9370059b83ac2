import { expect, test } from 'vitest';
import { servedBy } from '../../../domain/parcel/served-by.ts';
import { tinyFacts, tinyParcel, tinyStretch } from '../../support/tiny-park.ts';

const section = (code: string) => ({
  code,
  name: code,
  nameEn: code,
  road: 'R0',
  tender: null,
  contract: null,
  earthwork: null,
});

test('a parcel hangs on the stretches in front of it, their sections and the works of its phase', () => {
  const facts = tinyFacts({
    sections: [section('T-01'), section('T-02')],
    stretches: [
      tinyStretch('S-1', { toMetres: 300, section: 'T-01' }),
      tinyStretch('S-2', { fromMetres: 300, section: 'T-01' }),
      tinyStretch('S-3', { fromMetres: 700, toMetres: 900, section: 'T-02' }),
      tinyStretch('S-4', { layer: 'pipes', section: 'T-02' }),
    ],
  });
  const { road, stretches, sections, works } = servedBy(facts, tinyParcel('A-02', 250));
  expect([road, stretches.map(({ id }) => id), sections.map(({ code }) => code)]).toEqual([
    'R0',
    ['S-1', 'S-2'],
    ['T-01'],
  ]);
  expect(works.map(({ code }) => code)).toEqual(['W-1', 'W-2']);
  expect(servedBy(facts, tinyParcel('B-01', 750, '2')).works.map(({ code }) => code)).toEqual(['W-2']);
});
