import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterParcels, type ParcelFilter, type ParcelRow } from '../../../web/panels/select/filter-parcels.ts';
import { anyParcel, row, someRows } from './parcel-row.ts';

const codes = (rows: readonly ParcelRow[], filter: Partial<ParcelFilter>) =>
  filterParcels(rows, { ...anyParcel, ...filter }).map(({ code }) => code);

describe('filterParcels', () => {
  it('finds by phase, land use and status together', () => {
    const rows = [row('A-1'), row('A-2', { phase: '2' }), row('A-3', { use: 'GBJ137-90/W1' })];
    expect(codes(rows, { phase: '1' })).toEqual(['A-1', 'A-3']);
    expect(codes(rows, { phase: '1', use: 'GBJ137-90/M2' })).toEqual(['A-1']);
    expect(codes([...rows, row('A-4', { status: 'available' })], { status: 'available' })).toEqual(['A-4']);
  });

  it('tells a batch without a document from parcels of no batch', () => {
    const rows = [row('A-1', { batch: '1 号' }), row('A-2', { batch: null }), row('A-3')];
    expect(codes(rows, { batch: { document: '1 号' } })).toEqual(['A-1']);
    expect(codes(rows, { batch: { document: null } })).toEqual(['A-2']);
  });

  it('finds every word of a text, whatever its width, case and dashes', () => {
    const rows = [row('A-01', { words: 'A-01\n二类工业\n圣农发展' }), row('B-01', { words: 'B-01\n二类工业' })];
    expect(codes(rows, { text: 'ａ01' })).toEqual(['A-01']);
    expect(codes(rows, { text: '工业 圣农' })).toEqual(['A-01']);
    expect(codes(rows, { text: '  ' })).toEqual(['A-01', 'B-01']);
    expect(codes(rows, { text: '学校' })).toEqual([]);
  });

  /**
   *   left   |-- A 0-100 --|-- B 100-200 --|
   *   R0     K0+000 -------------------------------->
   *   right        |-- C 50-150 --|
   */
  it('finds along a side of a road, from mark to mark', () => {
    const front = (fromMetres: number, toMetres: number, side: 'left' | 'right') => ({
      access: { road: 'R0', fromMetres, toMetres, side },
    });
    const rows = [
      row('A', front(0, 100, 'left')),
      row('B', front(100, 200, 'left')),
      row('C', front(50, 150, 'right')),
    ];
    const road = { road: 'R0', side: 'both' as const, fromMetres: 0, toMetres: 1000 };
    expect(codes(rows, { road })).toEqual(['A', 'B', 'C']);
    expect(codes(rows, { road: { ...road, side: 'left' } })).toEqual(['A', 'B']);
    expect(codes(rows, { road: { ...road, side: 'left', toMetres: 100 } })).toEqual(['A']);
    expect(codes(rows, { road: { ...road, fromMetres: 1000, toMetres: 120 } })).toEqual(['B', 'C']);
    expect(codes(rows, { road: { ...road, road: 'R1' } })).toEqual([]);
    expect(codes(rows, { road: { ...road, toMetres: NaN } })).toEqual([]);
  });
});

const road = fc.record({
  road: fc.constantFrom('R0', 'R1'),
  side: fc.constantFrom('left' as const, 'right' as const, 'both' as const),
  fromMetres: fc.nat(1000),
  toMetres: fc.nat(1000),
});

describe('any filter', () => {
  it('that asks nothing finds everything in its order', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        expect(filterParcels(rows, anyParcel)).toEqual(rows);
      }),
    );
  });
  it('finds no more when more is asked', () => {
    fc.assert(
      fc.property(someRows, road, (rows, asked) => {
        const some = codes(rows, { road: asked });
        expect(some).toEqual(expect.arrayContaining(codes(rows, { road: asked, phase: '1', status: 'available' })));
      }),
    );
  });
  it('left and right make both sides', () => {
    fc.assert(
      fc.property(someRows, road, (rows, asked) => {
        const side = (which: 'left' | 'right' | 'both') => codes(rows, { road: { ...asked, side: which } });
        expect([...side('left'), ...side('right')].sort()).toEqual(side('both').sort());
      }),
    );
  });
  it('a stretch finds what its two halves find', () => {
    fc.assert(
      fc.property(someRows, road, fc.nat(1000), (rows, asked, at) => {
        const [from, to] = [Math.min(asked.fromMetres, asked.toMetres), Math.max(asked.fromMetres, asked.toMetres)];
        const middle = from + (to > from ? at % (to - from) : 0);
        const found = (fromMetres: number, toMetres: number) =>
          codes(rows, { road: { ...asked, fromMetres, toMetres } });
        if (middle === from) return;
        expect([...new Set([...found(from, middle), ...found(middle, to)])].sort()).toEqual(found(from, to).sort());
      }),
    );
  });
});
