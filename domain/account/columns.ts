/** Columns counted over parcels, in pipeline order. They contain one another; they do not add up. */
export const parcelColumns = [
  'planned',
  'approved',
  'acquired',
  'developed',
  'serviced',
  'available',
  'reserved',
  'free',
  'contracted',
  'construction',
  'production',
] as const;
export type ParcelColumn = (typeof parcelColumns)[number];

/** Columns of land that is no parcel. planned + these = outline. */
export const landColumns = ['roads', 'green', 'water', 'utilities', 'rest'] as const;

export const accountColumns = [...parcelColumns, ...landColumns] as const;
export type AccountColumn = (typeof accountColumns)[number];
