import type { LayerSpecification, LineLayerSpecification } from 'maplibre-gl';
import type { Drawing } from '../drawing.ts';
import { line } from '../palette.ts';
import { byZoom, metreWidth, onlyWhen, shown, type Expression } from './express.ts';

type Frame = readonly [state: 'hover' | 'selected' | 'hot', colour: string, width: Expression];

const frames: readonly Frame[] = [
  ['hot', line.halo, byZoom([12, 3], [17, 6])],
  ['hot', line.accent, byZoom([12, 1.6], [17, 3])],
  ['hover', line.ink, byZoom([12, 1.4], [17, 2.4])],
  ['selected', line.chosen, byZoom([12, 5.5], [17, 10])],
  ['selected', line.ink, byZoom([12, 2], [17, 3.5])],
];

/** Frames around what is pointed at, chosen, or behind a figure. */
export function emphasisLayers(drawing: Drawing): LayerSpecification[] {
  return [
    ...roadFrames(drawing),
    ...frames.filter(([state]) => state === 'hot').map((frame, index) => framed('zones', frame, index)),
    ...frames.map((frame, index) => framed('parcels', frame, index)),
    ...frames.map((frame, index) => framed('works', frame, index)),
  ];
}

function framed(source: string, [state, colour, width]: Frame, index: number): LineLayerSpecification {
  return {
    id: `${source}-frame-${index}-${state}`,
    type: 'line',
    source,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-width': width, 'line-opacity': onlyWhen(state, true) },
  };
}

function roadFrames({ latitude, visible }: Drawing): LayerSpecification[] {
  return frames
    .filter(([state]) => state !== 'hot')
    .map(([state, colour, width], index) => ({
      id: `roads-frame-${index}-${state}`,
      type: 'line',
      source: 'roads',
      layout: { visibility: shown(visible.roads || visible.roadProgress), 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-gap-width': metreWidth(['get', 'designWidthMetres'], latitude, 6),
        'line-width': width,
        'line-opacity': onlyWhen(state, true),
      },
    }));
}
