import type { LayerSpecification } from 'maplibre-gl';
import type { Drawing } from '../drawing.ts';
import { workColour } from '../palette.ts';
import type { ProgressState } from '../plan.ts';
import { byZoom, nameIn, propertyIs, shown, type Expression } from './express.ts';
import { halo, mediumFont } from './lettering.ts';

const states: readonly ProgressState[] = ['done', 'forecast', 'planned'];
const colour = ['match', ['get', 'kind'], ...Object.entries(workColour).flat(), '#333333'] as unknown as Expression;
const isBuilding: Expression = propertyIs('kind', 'building', 'plaza');
const dashes: Readonly<Record<ProgressState, number[] | null>> = { done: null, forecast: [4, 1.5], planned: [2, 2] };

/** Utilities and buildings: solid when done, dashed while not. */
export function workLayers(drawing: Drawing): LayerSpecification[] {
  return states.flatMap((state) => [areas(state, drawing), ...lines(state, drawing)]);
}

export function workSignLayers(drawing: Drawing): LayerSpecification[] {
  const inLocale = nameIn(drawing);
  return states.map((state) => ({
    id: `works-sign-${state}`,
    type: 'symbol',
    source: 'work-points',
    minzoom: 12.5,
    filter: ['all', within(state, drawing), ['any', ['!', isBuilding], ['>=', ['zoom'], 14]]],
    layout: {
      visibility: shown(drawing.visible.works),
      'icon-image': ['concat', 'sign|', ['get', 'kind'], `|${state}`],
      'icon-size': byZoom([12.5, 0.6], [15, 0.95], [18, 1.3]),
      'icon-allow-overlap': true,
      'icon-padding': 0,
      'text-field': ['step', ['zoom'], '', 15.4, inLocale],
      'text-font': mediumFont,
      'text-size': byZoom([15.4, 10], [18, 13]),
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 1.25,
      'text-justify': 'auto',
      'text-max-width': 9,
      'text-optional': true,
    },
    paint: { 'text-color': colour, ...halo, 'text-halo-width': 1.7 },
  }));
}

function within(state: ProgressState, { works }: Drawing): Expression {
  const codes = [...works].filter(([, one]) => one === state).map(([code]) => code);
  const listed: Expression = propertyIs('code', ...codes);
  return state === 'planned' ? ['any', listed, ['!', propertyIs('code', ...works.keys())]] : listed;
}

function areas(state: ProgressState, drawing: Drawing): LayerSpecification {
  return {
    id: `works-area-${state}`,
    type: 'fill',
    source: 'works',
    minzoom: 13,
    filter: ['all', ['==', ['geometry-type'], 'Polygon'], within(state, drawing)],
    layout: { visibility: shown(drawing.visible.works) },
    paint: { 'fill-color': colour, 'fill-opacity': state === 'done' ? 0.8 : 0.22 },
  };
}

function lines(state: ProgressState, drawing: Drawing): LayerSpecification[] {
  const dash = dashes[state];
  const visibility = shown(drawing.visible.works);
  const isPower: Expression = ['==', ['get', 'kind'], 'power-line'];
  const isLine: Expression = ['==', ['geometry-type'], 'LineString'];
  return [
    {
      id: `works-line-${state}`,
      type: 'line',
      source: 'works',
      filter: within(state, drawing),
      layout: { visibility, 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          12,
          0.9,
          15,
          ['case', isLine, 2, 1.2],
          18,
          ['case', isLine, 3.4, 2],
        ],
        ...(dash ? { 'line-dasharray': dash } : {}),
      },
    },
    {
      id: `works-pylon-${state}`,
      type: 'symbol',
      source: 'works',
      minzoom: 12.5,
      filter: ['all', isPower, within(state, drawing)],
      layout: {
        visibility,
        'symbol-placement': 'line',
        'symbol-spacing': 110,
        'icon-image': `pylon|${state}`,
        'icon-size': byZoom([13, 0.55], [17, 0.95]),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ];
}
