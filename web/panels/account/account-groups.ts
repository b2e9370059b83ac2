import type { AccountColumn } from '../../../domain/account/account.ts';

/** How the columns are read: the pipeline, what can be had and what is gone, and the land that is no parcel. */
export const accountGroups: readonly { name: 'pipeline' | 'supply' | 'other'; columns: readonly AccountColumn[] }[] = [
  { name: 'pipeline', columns: ['planned', 'approved', 'acquired', 'developed', 'serviced'] },
  { name: 'supply', columns: ['available', 'reserved', 'free', 'contracted', 'construction', 'production'] },
  { name: 'other', columns: ['roads', 'green', 'water', 'utilities', 'rest'] },
];

export const partColumns: ReadonlySet<AccountColumn> = new Set(['reserved', 'free', 'construction', 'production']);
export const landColumnNames: ReadonlySet<AccountColumn> = new Set(['roads', 'green', 'water', 'utilities', 'rest']);
