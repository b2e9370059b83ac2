export const layerNames = ['base', 'plan-versions', 'survey', 'phases', 'zones', 'parcels', 'roads', 'works'] as const;
export type LayerName = (typeof layerNames)[number];
