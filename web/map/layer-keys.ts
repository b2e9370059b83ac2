export const mapLayerKeys = [
  'parcels',
  'parcelLabels',
  'claims',
  'zones',
  'roads',
  'roadProgress',
  'works',
  'boundary',
  'phases',
  'survey',
  'terrain',
  'contours',
  'farmland',
  'villages',
  'countyRoad',
] as const;
export type MapLayerKey = (typeof mapLayerKeys)[number];

export const mapLayerGroups = {
  plan: ['parcels', 'parcelLabels', 'claims', 'zones'],
  works: ['roads', 'roadProgress', 'works'],
  limits: ['boundary', 'phases', 'survey'],
  ground: ['terrain', 'contours', 'farmland', 'villages', 'countyRoad'],
} as const satisfies Record<string, readonly MapLayerKey[]>;

export const defaultVisible: Readonly<Record<MapLayerKey, boolean>> = {
  parcels: true,
  parcelLabels: true,
  claims: true,
  zones: true,
  roads: true,
  roadProgress: true,
  works: true,
  boundary: true,
  phases: true,
  survey: false,
  terrain: true,
  contours: true,
  farmland: true,
  villages: true,
  countyRoad: true,
};
