import type { LayerSpecification, LineLayerSpecification } from 'maplibre-gl';
import type { Drawing } from '../drawing.ts';
import { line, roadLayerColour } from '../palette.ts';
import type { ProgressState } from '../plan.ts';
import { byZoom, metreWidth, propertyIs, shown, type Expression } from './express.ts';

const bandMetres: Expression = ['*', ['get', 'widthMetres'], 0.36];
const leastPixels = 2.2;
const blocks: Expression = ['step', ['zoom'], ['literal', [1.5, 1.1]], 15.5, ['literal', [0.6, 0.5]]];

/** The chosen layer on both sides of the centreline: solid done, blocks expected, hollow planned. */
export function roadProgressLayers(drawing: Drawing): LayerSpecification[] {
  const colour = roadLayerColour[drawing.roadLayer];
  const width = (times: number | Expression): Expression =>
    metreWidth(bandMetres, drawing.latitude, leastPixels, times);
  const band = (
    id: string,
    states: readonly ProgressState[],
    paint: LineLayerSpecification['paint'],
  ): LineLayerSpecification => ({
    id: `progress-${id}`,
    type: 'line',
    source: 'road-progress',
    filter: propertyIs('state', ...states),
    layout: { visibility: shown(drawing.visible.roadProgress), 'line-join': 'round' },
    paint: { 'line-width': width(1), 'line-offset': width(['*', 0.5, ['get', 'side']]), ...paint },
  });
  return [
    band('ground', ['planned', 'forecast'], { 'line-color': line.halo }),
    band('edge', ['planned', 'forecast'], {
      'line-color': colour,
      'line-width': byZoom([13, 0.7], [17, 1.5]),
      'line-offset': width(['get', 'side']),
      'line-dasharray': [5, 3],
      'line-opacity': byZoom([13.5, 0.4], [15.5, 1]),
    }),
    band('forecast', ['forecast'], { 'line-color': colour, 'line-dasharray': blocks }),
    band('done', ['done'], { 'line-color': colour }),
  ];
}
