/** Layers of a road in the order they are built (清表, 土石方, 路基, 管网, 水稳, 面层, 附属, 绿化). */
export const roadLayers = [
  'clearing',
  'earthwork',
  'subgrade',
  'pipes',
  'base',
  'surface',
  'fittings',
  'planting',
] as const;
export type RoadLayer = (typeof roadLayers)[number];

export const roadClasses = ['main', 'secondary', 'local'] as const;
