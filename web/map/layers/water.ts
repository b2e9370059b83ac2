import type { LayerSpecification } from 'maplibre-gl';
import type { Drawing } from '../drawing.ts';
import { ground } from '../palette.ts';
import { byZoom, metreWidth, propertyIs, type Expression } from './express.ts';

/** Water is never switched off: a plan without its river misleads. */
export function waterLayers({ latitude }: Drawing): LayerSpecification[] {
  const isArea: Expression = ['==', ['geometry-type'], 'Polygon'];
  const isLine: Expression = ['==', ['geometry-type'], 'LineString'];
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  const wet = propertyIs('kind', 'river', 'stream');
  return [
    {
      id: 'bank',
      type: 'line',
      source: 'base',
      filter: propertyIs('kind', 'bank'),
      layout: round,
      paint: { 'line-color': '#CDBF94', 'line-width': metreWidth(5, latitude, 1.6), 'line-opacity': 0.8 },
    },
    {
      id: 'stream',
      type: 'line',
      source: 'base',
      filter: ['all', wet, isLine],
      layout: round,
      paint: {
        'line-color': ground.waterEdge,
        'line-width': metreWidth(['coalesce', ['get', 'widthMetres'], 6], latitude, 1),
      },
    },
    {
      id: 'river',
      type: 'fill',
      source: 'base',
      filter: ['all', wet, isArea],
      paint: { 'fill-color': ground.water },
    },
    {
      id: 'river-edge',
      type: 'line',
      source: 'base',
      filter: ['all', wet, isArea],
      layout: round,
      paint: { 'line-color': ground.waterEdge, 'line-width': byZoom([12, 0.6], [17, 1.6]) },
    },
  ];
}
