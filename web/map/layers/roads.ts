import type { LayerSpecification } from 'maplibre-gl';
import type { Drawing } from '../drawing.ts';
import { ground } from '../palette.ts';
import { byZoom, metreWidth, nameIn, propertyIs, shown, type Expression } from './express.ts';
import { boldFont, halo, plainFont } from './lettering.ts';

const width: Expression = ['get', 'designWidthMetres'];

/** The road land of the plan with its corner radii, and the centreline. Where a plan has no road land, the design width. */
export function roadLayers({ visible, planVersion, latitude }: Drawing): LayerSpecification[] {
  const visibility = shown(visible.roads);
  const landVisibility = shown(visible.roads || visible.zones);
  const roadLand: Expression = ['all', propertyIs('planVersion', planVersion), ['==', ['get', 'account'], 'road']];
  const round = { visibility, 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    {
      id: 'road-hit',
      type: 'line',
      source: 'roads',
      layout: round,
      paint: { 'line-width': metreWidth(width, latitude, 12), 'line-opacity': 0 },
    },
    {
      id: 'road-land',
      type: 'fill',
      source: 'zones',
      filter: roadLand,
      layout: { visibility: landVisibility },
      paint: { 'fill-color': ground.road },
    },
    {
      id: 'road-edge',
      type: 'line',
      source: 'zones',
      filter: roadLand,
      layout: { visibility: landVisibility, 'line-join': 'round' },
      paint: { 'line-color': ground.roadEdge, 'line-width': byZoom([12, 0.3], [14, 0.6], [17, 1.4]) },
    },
    {
      id: 'road-centreline',
      type: 'line',
      source: 'roads',
      minzoom: 14.5,
      layout: { visibility },
      paint: {
        'line-color': '#8A8A8A',
        'line-width': byZoom([14.5, 0.6], [18, 1.2]),
        'line-dasharray': [14, 3, 2, 3],
      },
    },
  ];
}

export function roadNameLayers(drawing: Drawing): LayerSpecification[] {
  const visibility = shown(drawing.visible.roads);
  const isTick: Expression = ['==', ['geometry-type'], 'LineString'];
  const isPoint: Expression = ['==', ['geometry-type'], 'Point'];
  const isMajor: Expression = ['>=', ['get', 'rank'], ['step', ['zoom'], 2, 16, 1]];
  const isNamed: Expression = ['any', ['!=', ['get', 'class'], 'local'], ['>=', ['zoom'], 15]];
  return [
    {
      id: 'chainage-tick',
      type: 'line',
      source: 'chainage',
      minzoom: 15,
      filter: ['all', isTick, isMajor],
      layout: { visibility },
      paint: { 'line-color': '#3A3A3A', 'line-width': byZoom([15, 0.8], [18, 1.8]) },
    },
    {
      id: 'road-name',
      type: 'symbol',
      source: 'roads',
      minzoom: 13,
      filter: isNamed,
      layout: {
        visibility,
        'symbol-placement': 'line',
        'symbol-spacing': 480,
        'text-field': nameIn(drawing),
        'text-font': boldFont,
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          13,
          9.5,
          15,
          ['match', ['get', 'class'], 'main', 13, 11],
          18,
          ['match', ['get', 'class'], 'main', 18, 15],
        ],
        'text-letter-spacing': 0.18,
        'text-max-angle': 30,
        'text-padding': 4,
      },
      paint: { 'text-color': '#1E2A3A', ...halo, 'text-halo-width': 1.8 },
    },
    {
      id: 'chainage-mark',
      type: 'symbol',
      source: 'chainage',
      minzoom: 15,
      filter: ['all', isPoint, isMajor],
      layout: {
        visibility,
        'text-field': ['get', 'mark'],
        'text-font': plainFont,
        'text-size': byZoom([15, 9], [18, 12]),
        'text-rotate': ['get', 'turnDegrees'],
        'text-rotation-alignment': 'map',
        'text-anchor': ['get', 'anchor'],
        'text-padding': 2,
      },
      paint: { 'text-color': '#2B2F38', ...halo },
    },
  ];
}
