import type { LayerSpecification } from 'maplibre-gl';
import { ground } from '../palette.ts';

/** The drawn ground fades into the paper instead of ending at a hard edge. */
export function sheetLayers(): LayerSpecification[] {
  return [
    {
      id: 'sheet',
      type: 'fill',
      source: 'sheet',
      paint: {
        'fill-color': ground.paper,
        'fill-opacity': ['case', ['==', ['get', 'step'], 0], 1, 0.13],
        'fill-antialias': false,
      },
    },
  ];
}
