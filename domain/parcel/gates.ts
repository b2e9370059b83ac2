/** The gates a parcel passes on its way to supply, in pipeline order. */
export const gates = ['approved', 'acquired', 'levelled', 'road', 'power', 'water', 'sewage', 'telecom'] as const;
export type Gate = (typeof gates)[number];

/** Gates that follow from road stretches and works and are never recorded on the parcel itself. */
export const derivedGates = ['road', 'power', 'water', 'sewage'] as const satisfies readonly Gate[];

/** Gates with a legal order: land is approved before it is acquired, and acquired before it is levelled. */
export const orderedGates = ['approved', 'acquired', 'levelled'] as const satisfies readonly Gate[];

/** How far a parcel has come, one word for the map: each status includes the ones before it. */
export const parcelStatuses = [
  'planned',
  'approved',
  'acquired',
  'levelled',
  'available',
  'reserved',
  'contracted',
  'construction',
  'production',
] as const;
export type ParcelStatus = (typeof parcelStatuses)[number];
