/** Utilities a parcel can be connected to. Gas and heat have no gate yet: no park records them. */
export const utilities = ['road', 'power', 'water', 'telecom', 'sewage', 'gas', 'heat'] as const;
export type Utility = (typeof utilities)[number];

/**
 * What the trade's labels ask for, the smallest first. The lists differ from place to place (the fifth utility is gas
 * in some, drainage in others): change them here.
 */
export const utilityLists = [
  { name: 'three', needs: ['water', 'power', 'road'] },
  { name: 'four', needs: ['water', 'power', 'road', 'telecom'] },
  { name: 'five', needs: ['road', 'water', 'power', 'telecom', 'sewage'] },
  { name: 'six', needs: ['road', 'water', 'power', 'telecom', 'sewage', 'gas'] },
  { name: 'seven', needs: ['water', 'sewage', 'power', 'telecom', 'road', 'gas', 'heat'] },
] as const satisfies readonly { readonly name: string; readonly needs: readonly Utility[] }[];
export type UtilityListName = (typeof utilityLists)[number]['name'];
