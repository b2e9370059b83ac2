import fc from 'fast-check';
import { parcelStatuses } from '../../../domain/parcel/gates.ts';
import type { ParcelFilter, ParcelRow } from '../../../web/panels/select/filter-parcels.ts';

export const anyParcel: ParcelFilter = { text: '', phase: null, use: null, status: null, batch: null, road: null };

/** A parcel on the left of R0, K0+000–K0+100. */
export function row(code: string, change: Partial<ParcelRow> = {}): ParcelRow {
  return {
    code,
    phase: '1',
    use: 'GBJ137-90/M2',
    status: 'planned',
    access: { road: 'R0', fromMetres: 0, toMetres: 100, side: 'left' },
    batch: undefined,
    words: `${code}\nM2\n二类工业`,
    squareMetres: 1000,
    ...change,
  };
}

export const someRows = fc
  .array(
    fc.record({
      phase: fc.constantFrom('1', '2'),
      use: fc.constantFrom('GBJ137-90/M2', 'GBJ137-90/W1'),
      status: fc.constantFrom(...parcelStatuses),
      batch: fc.constantFrom('闽政地 1 号', null, undefined),
      squareMetres: fc.integer({ min: 1, max: 5 }),
      front: fc.tuple(fc.constantFrom('R0', 'R1'), fc.constantFrom('left' as const, 'right' as const), fc.nat(900)),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map(({ front: [road, side, fromMetres], ...rest }, index) =>
      row(`A-${index}`, { ...rest, access: { road, side, fromMetres, toMetres: fromMetres + 100 } }),
    ),
  );
