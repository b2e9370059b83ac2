import type { LayerSpecification } from 'maplibre-gl';
import type { Drawing } from '../drawing.ts';
import { ground } from '../palette.ts';
import { byZoom, metreWidth, propertyIs, shown, type Expression } from './express.ts';

export function countrysideLayers(drawing: Drawing): LayerSpecification[] {
  return [...cover('forest', drawing), ...cover('farmland', drawing), ...villageLayers(drawing)];
}

function cover(kind: 'forest' | 'farmland', { visible }: Drawing): LayerSpecification[] {
  const common = { type: 'fill', source: 'base', filter: propertyIs('kind', kind) } as const;
  return [
    {
      ...common,
      id: kind,
      layout: { visibility: shown(visible.farmland) },
      paint: {
        'fill-color': kind === 'forest' ? ground.forest : fieldTone(),
        'fill-opacity': kind === 'forest' ? 0.45 : 0.75,
      },
    },
    {
      ...common,
      id: `${kind}-texture`,
      minzoom: 13.2,
      layout: { visibility: shown(visible.farmland) },
      paint: { 'fill-pattern': `texture|${kind}`, 'fill-opacity': byZoom([13.2, 0], [14.2, 0.65]) },
    },
  ];
}

/** Neighbouring fields differ a little, as seen from above. */
function fieldTone(): Expression {
  const [first, second, third] = ground.fields;
  return ['match', ['coalesce', ['get', 'tone'], 0], 1, second, 2, third, first];
}

function villageLayers({ visible }: Drawing): LayerSpecification[] {
  return [
    {
      id: 'village',
      type: 'fill',
      source: 'base',
      filter: propertyIs('kind', 'village'),
      layout: { visibility: shown(visible.villages) },
      paint: {
        'fill-color': ['match', ['get', 'part'], 'area', ground.villageLand, ground.village],
        'fill-opacity': ['match', ['get', 'part'], 'area', 0.7, 1],
      },
    },
    {
      id: 'village-edge',
      type: 'line',
      source: 'base',
      minzoom: 13.5,
      filter: ['all', propertyIs('kind', 'village'), ['!=', ['get', 'part'], 'area']],
      layout: { visibility: shown(visible.villages) },
      paint: { 'line-color': ground.villageEdge, 'line-width': byZoom([13.5, 0.3], [17, 0.9]) },
    },
  ];
}

/** The county road and the tracks, with bridges above the water. */
export function countyRoadLayers({ visible, latitude }: Drawing): LayerSpecification[] {
  const layout = { visibility: shown(visible.countyRoad), 'line-cap': 'round', 'line-join': 'round' } as const;
  const line = { type: 'line', source: 'base' } as const;
  return [
    {
      ...line,
      id: 'track',
      minzoom: 13,
      filter: propertyIs('kind', 'track'),
      layout,
      paint: { 'line-color': ground.track, 'line-width': byZoom([13, 0.6], [17, 2]), 'line-dasharray': [4, 1.6] },
    },
    {
      ...line,
      id: 'county-road-casing',
      filter: propertyIs('kind', 'county-road'),
      layout,
      paint: {
        'line-color': ground.countyRoadEdge,
        'line-width': metreWidth(['+', ['coalesce', ['get', 'widthMetres'], 10], 2.5], latitude, 3.4),
      },
    },
    {
      ...line,
      id: 'county-road',
      filter: propertyIs('kind', 'county-road'),
      layout,
      paint: {
        'line-color': ground.countyRoad,
        'line-width': metreWidth(['coalesce', ['get', 'widthMetres'], 10], latitude, 2),
      },
    },
    {
      ...line,
      id: 'bridge',
      minzoom: 13,
      filter: propertyIs('kind', 'bridge'),
      layout: { ...layout, 'line-cap': 'butt' },
      paint: {
        'line-color': '#5F5A50',
        'line-gap-width': metreWidth(['coalesce', ['get', 'widthMetres'], 12], latitude, 3),
        'line-width': byZoom([13, 0.8], [17, 2]),
      },
    },
  ];
}
