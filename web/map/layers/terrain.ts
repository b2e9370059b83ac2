import type { LayerSpecification } from 'maplibre-gl';
import type { Drawing } from '../drawing.ts';
import { ground } from '../palette.ts';
import { byZoom, propertyIs, shown, type Expression } from './express.ts';
import { plainFont } from './lettering.ts';

export function terrainLayers({ visible }: Drawing): LayerSpecification[] {
  const isBand = propertyIs('kind', 'terrain');
  const isShade = propertyIs('kind', 'shade');
  return [
    { id: 'paper', type: 'background', paint: { 'background-color': ground.paper } },
    {
      id: 'terrain',
      type: 'fill',
      source: 'base',
      filter: isBand,
      layout: { visibility: shown(visible.terrain), 'fill-sort-key': ['get', 'elevationFrom'] },
      paint: {
        'fill-antialias': false,
        'fill-color': [
          'interpolate',
          ['linear'],
          ['get', 'elevationFrom'],
          180,
          '#EFF1DE',
          220,
          '#E8EDD0',
          280,
          '#DCE5BF',
          360,
          '#D2DBAE',
          460,
          '#CFD0A2',
          580,
          '#C9C197',
        ],
      },
    },
    {
      id: 'sunlit',
      type: 'fill',
      source: 'base',
      filter: ['all', isShade, ['==', ['get', 'level'], 0]],
      layout: { visibility: shown(visible.terrain) },
      paint: { 'fill-antialias': false, 'fill-color': '#FFFDF0', 'fill-opacity': 0.38 },
    },
    {
      id: 'shade',
      type: 'fill',
      source: 'base',
      filter: ['all', isShade, ['>', ['get', 'level'], 0]],
      layout: { visibility: shown(visible.terrain) },
      paint: { 'fill-antialias': false, 'fill-color': '#5B6B66', 'fill-opacity': 0.085 },
    },
    ...contourLayers(visible.contours),
  ];
}

function contourLayers(isShown: boolean): LayerSpecification[] {
  const isContour = propertyIs('kind', 'contour');
  const isIndex: Expression = ['==', ['get', 'index'], true];
  return [
    {
      id: 'contour',
      type: 'line',
      source: 'base',
      minzoom: 12.5,
      filter: ['all', isContour, ['!', isIndex]],
      layout: { visibility: shown(isShown), 'line-join': 'round' },
      paint: {
        'line-color': ground.contour,
        'line-width': byZoom([13, 0.4], [16, 0.7]),
        'line-opacity': byZoom([12.5, 0.12], [15, 0.42]),
      },
    },
    {
      id: 'contour-index',
      type: 'line',
      source: 'base',
      filter: ['all', isContour, isIndex],
      layout: { visibility: shown(isShown), 'line-join': 'round' },
      paint: {
        'line-color': ground.contour,
        'line-width': byZoom([12, 0.5], [16, 1.2]),
        'line-opacity': byZoom([12, 0.3], [15, 0.6]),
      },
    },
    {
      id: 'contour-height',
      type: 'symbol',
      source: 'base',
      minzoom: 14,
      filter: ['all', isContour, isIndex],
      layout: {
        visibility: shown(isShown),
        'symbol-placement': 'line',
        'symbol-spacing': 420,
        'text-field': ['to-string', ['get', 'elevation']],
        'text-font': plainFont,
        'text-size': 9.5,
        'text-padding': 30,
      },
      paint: { 'text-color': '#8F6D3E', 'text-halo-color': '#F1F0DD', 'text-halo-width': 1.4 },
    },
  ];
}
