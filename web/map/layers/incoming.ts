import type { LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { incomingColour, incomingKinds, line, markColour } from '../palette.ts';
import { byZoom, onlyWhen, propertyIs, type Expression } from './express.ts';
import { boldFont, halo } from './lettering.ts';

const colourOfKind = [
  'match',
  ['get', 'kind'],
  ...incomingKinds.flatMap((kind) => [kind, incomingColour[kind]]),
  line.ink,
] as unknown as Expression;
const colourOfSeverity = [
  'match',
  ['get', 'severity'],
  'error',
  markColour.error,
  'warning',
  markColour.warning,
  markColour.hint,
] as unknown as Expression;

/** Land of a survey file: veiled so that it reads on any plan, what leaves the map is dashed. */
export function incomingLayers(): LayerSpecification[] {
  const framed = { type: 'line', source: 'incoming', layout: { 'line-join': 'round' } } as const;
  const isRemoved = propertyIs('kind', 'removed');
  const stays: Expression = ['!', isRemoved];
  return [
    { id: 'incoming-veil', type: 'fill', source: 'incoming', paint: { 'fill-color': '#FFFFFF', 'fill-opacity': 0.55 } },
    {
      id: 'incoming-fill',
      type: 'fill',
      source: 'incoming',
      paint: {
        'fill-color': colourOfKind,
        'fill-opacity': ['match', ['get', 'kind'], 'same', 0.06, 'removed', 0.1, 'barred', 0.3, 0.24],
      },
    },
    {
      ...framed,
      id: 'incoming-chosen',
      paint: {
        'line-color': line.chosen,
        'line-width': byZoom([12, 7], [17, 12]),
        'line-opacity': onlyWhen('selected', true),
      },
    },
    {
      ...framed,
      id: 'incoming-line',
      filter: stays,
      paint: {
        'line-color': colourOfKind,
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          12,
          ['match', ['get', 'kind'], 'same', 0.6, 1.2],
          17,
          ['match', ['get', 'kind'], 'same', 1.2, 3],
        ],
      },
    },
    {
      ...framed,
      id: 'incoming-removed',
      filter: isRemoved,
      paint: {
        'line-color': incomingColour.removed,
        'line-width': byZoom([12, 1.6], [17, 3.4]),
        'line-dasharray': [3, 2],
      },
    },
  ];
}

/** Where a file may lie, what was found in it, a repair before it is taken, and control points. */
export function incomingMarkLayers(): LayerSpecification[] {
  const of = (...roles: string[]) => ({ source: 'incoming-marks', filter: propertyIs('role', ...roles) }) as const;
  return [
    {
      id: 'incoming-name',
      type: 'symbol',
      source: 'incoming-labels',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': boldFont,
        'text-size': byZoom([13, 9], [15, 11.5], [17, 14]),
        'text-padding': 0,
        'symbol-sort-key': ['-', 0, ['get', 'roomMetres']],
      },
      paint: { 'text-color': colourOfKind, ...halo },
    },
    {
      ...of('candidate', 'candidate-chosen'),
      id: 'incoming-candidate',
      type: 'line',
      paint: {
        'line-color': ['match', ['get', 'role'], 'candidate-chosen', line.accent, line.survey],
        'line-width': ['match', ['get', 'role'], 'candidate-chosen', 3, 1.6],
        'line-dasharray': [4, 2],
      },
    },
    {
      ...of('repair'),
      id: 'incoming-repair',
      type: 'line',
      paint: { 'line-color': markColour.repair, 'line-width': 2.5, 'line-dasharray': [2, 1] },
    },
    {
      ...of('finding', 'repair-from', 'repair-to', 'control'),
      id: 'incoming-mark',
      type: 'circle',
      paint: {
        'circle-radius': ['match', ['get', 'role'], 'control', 9, ['repair-from', 'repair-to'], 6, 4.5],
        'circle-color': [
          'match',
          ['get', 'role'],
          'control',
          markColour.control,
          'repair-from',
          markColour.error,
          'repair-to',
          markColour.repair,
          colourOfSeverity,
        ],
        'circle-stroke-color': line.halo,
        'circle-stroke-width': 1.5,
      },
    },
    {
      ...of('finding-chosen'),
      id: 'incoming-mark-chosen',
      type: 'circle',
      paint: {
        'circle-radius': 13,
        'circle-color': line.chosen,
        'circle-opacity': 0.35,
        'circle-stroke-color': colourOfSeverity,
        'circle-stroke-width': 3,
      },
    },
    number(of('control'), 'incoming-control-number', { 'text-size': 12 }, { 'text-color': line.halo }),
    number(
      of('candidate-number'),
      'incoming-candidate-number',
      { 'text-size': 17, 'text-anchor': 'bottom', 'text-offset': [0, -0.2] },
      { 'text-color': line.accent, 'text-halo-color': line.halo, 'text-halo-width': 3 },
    ),
  ];
}

function number(
  of: Pick<SymbolLayerSpecification, 'source' | 'filter'>,
  id: string,
  layout: SymbolLayerSpecification['layout'],
  paint: SymbolLayerSpecification['paint'],
): SymbolLayerSpecification {
  const always = { 'text-allow-overlap': true, 'text-ignore-placement': true };
  return {
    ...of,
    id,
    type: 'symbol',
    layout: { 'text-field': ['get', 'number'], 'text-font': boldFont, ...always, ...layout },
    paint,
  };
}
