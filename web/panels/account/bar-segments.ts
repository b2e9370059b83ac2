import type { AccountRow, ParcelFields, ParcelState } from '../../answers.ts';
import { parcelStatuses, type ParcelStatus } from '../../../domain/parcel/schema.ts';

export type LandName = 'roads' | 'green' | 'water' | 'utilities' | 'rest';
export interface Segment {
  name: ParcelStatus | LandName;
  squareMetres: number;
}

const landNames: readonly LandName[] = ['roads', 'green', 'water', 'utilities', 'rest'];

/** The outline of one account row cut into parts that do not overlap: parcels by status, then the other land. */
export function barSegments(
  row: AccountRow,
  states: ReadonlyMap<string, ParcelState>,
  fields: ReadonlyMap<string, ParcelFields>,
): Segment[] {
  const ofStatus = new Map<ParcelStatus, number>();
  for (const code of row.figures.planned.codes) {
    const status = states.get(code)?.status ?? 'planned';
    ofStatus.set(status, (ofStatus.get(status) ?? 0) + (fields.get(code)?.squareMetres ?? 0));
  }
  const parcels = [...parcelStatuses].reverse().map((name) => ({ name, squareMetres: ofStatus.get(name) ?? 0 }));
  const land = landNames.map((name) => ({ name, squareMetres: row.figures[name].squareMetres }));
  return [...parcels, ...land].filter((segment) => segment.squareMetres > 0);
}
