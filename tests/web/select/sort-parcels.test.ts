import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortParcels } from '../../../web/panels/select/sort-parcels.ts';
import { row, someRows } from './parcel-row.ts';

describe('sortParcels', () => {
  it('counts in codes, and follows the pipeline in statuses', () => {
    const rows = [
      row('A-10', { status: 'available', squareMetres: 10 }),
      row('A-2', { status: 'planned', squareMetres: 30 }),
      row('B-1', { status: 'approved', squareMetres: 20 }),
    ];
    const order = (by: 'code' | 'area' | 'status', isDown = false) =>
      sortParcels(rows, { by, isDown }).map(({ code }) => code);
    expect(order('code')).toEqual(['A-2', 'A-10', 'B-1']);
    expect(order('code', true)).toEqual(['B-1', 'A-10', 'A-2']);
    expect(order('area')).toEqual(['A-10', 'B-1', 'A-2']);
    expect(order('status')).toEqual(['A-2', 'B-1', 'A-10']);
  });
  it('keeps every row once, and puts equal ones by code both ways', () => {
    fc.assert(
      fc.property(someRows, fc.constantFrom('area', 'status'), fc.boolean(), (rows, by, isDown) => {
        const sorted = sortParcels(rows, { by, isDown });
        expect(new Set(sorted)).toEqual(new Set(rows));
        const key = (index: number) => (by === 'area' ? sorted[index]!.squareMetres : sorted[index]!.status);
        for (let index = 1; index < sorted.length; index += 1) {
          if (key(index) !== key(index - 1)) continue;
          const [before, after] = [sorted[index - 1]!.code, sorted[index]!.code].map((code) => Number(code.slice(2)));
          expect(before).toBeLessThan(after!);
        }
      }),
    );
  });
});
