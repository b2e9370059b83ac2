import type { LayerSpecification } from 'maplibre-gl';
import type { Drawing } from '../drawing.ts';
import { line } from '../palette.ts';
import { byZoom, isEnglish, nameIn, propertyIs, shown } from './express.ts';
import { boldFont, halo, mediumFont, parcelNameZoom } from './lettering.ts';

/** The land around the plan steps back a little. */
export function outsideLayers({ planVersion, visible }: Drawing): LayerSpecification[] {
  return [
    {
      id: 'outside',
      type: 'fill',
      source: 'outside',
      filter: propertyIs('code', planVersion),
      layout: { visibility: shown(visible.boundary) },
      paint: { 'fill-color': '#FBFAF3', 'fill-opacity': 0.24, 'fill-antialias': false },
    },
  ];
}

export function limitLayers(drawing: Drawing): LayerSpecification[] {
  return [...surveyLayers(drawing), ...phaseLines(drawing), ...boundaryLayers(drawing)];
}

function surveyLayers(drawing: Drawing): LayerSpecification[] {
  const visibility = shown(drawing.visible.survey);
  return [
    {
      id: 'survey',
      type: 'line',
      source: 'survey',
      layout: { visibility },
      paint: { 'line-color': line.survey, 'line-width': byZoom([12, 1], [17, 2]), 'line-dasharray': [3, 2.2] },
    },
    {
      id: 'survey-name',
      type: 'symbol',
      source: 'survey',
      minzoom: 13,
      layout: {
        visibility,
        'symbol-placement': 'line',
        'symbol-spacing': 600,
        'text-max-angle': 4,
        'text-field': nameIn(drawing),
        'text-font': mediumFont,
        'text-size': 11,
        'text-offset': [0, -0.9],
      },
      paint: { 'text-color': line.survey, ...halo },
    },
  ];
}

function phaseLines(drawing: Drawing): LayerSpecification[] {
  const visibility = shown(drawing.visible.phases);
  return [
    {
      id: 'phases',
      type: 'line',
      source: 'phase-limits',
      layout: { visibility, 'line-join': 'round' },
      paint: { 'line-color': line.phase, 'line-width': byZoom([12, 1.1], [17, 2.6]), 'line-dasharray': [4.5, 2.2] },
    },
  ];
}

function boundaryLayers({ planVersion, visible }: Drawing): LayerSpecification[] {
  const common = {
    type: 'line',
    source: 'plan-versions',
    filter: propertyIs('code', planVersion),
    layout: { visibility: shown(visible.boundary), 'line-join': 'round' },
  } as const;
  return [
    {
      ...common,
      id: 'boundary-band',
      paint: {
        'line-color': line.boundary,
        'line-width': byZoom([12, 4], [15, 8], [18, 16]),
        'line-offset': byZoom([12, -2], [15, -4], [18, -8]),
        'line-opacity': 0.16,
      },
    },
    {
      ...common,
      id: 'boundary-casing',
      paint: { 'line-color': line.halo, 'line-width': byZoom([12, 2.6], [17, 6]), 'line-opacity': 0.8 },
    },
    {
      ...common,
      id: 'boundary',
      paint: {
        'line-color': line.boundary,
        'line-width': byZoom([12, 1.5], [17, 3.4]),
        'line-dasharray': [9, 2.4, 1.4, 2.4],
      },
    },
  ];
}

export function phaseNameLayers(drawing: Drawing): LayerSpecification[] {
  const layout = {
    visibility: shown(drawing.visible.phases),
    'text-field': nameIn(drawing),
    'text-font': boldFont,
  };
  const paint = { 'text-color': line.phase, ...halo, 'text-halo-width': 2.2 };
  return [
    {
      id: 'phase-name',
      type: 'symbol',
      source: 'phase-labels',
      maxzoom: parcelNameZoom,
      layout: {
        ...layout,
        'text-size': byZoom([12, 13], [14, 19]),
        'text-letter-spacing': isEnglish(drawing.locale) ? 0.04 : 0.3,
        'text-allow-overlap': true,
      },
      paint,
    },
    {
      id: 'phase-name-edge',
      type: 'symbol',
      source: 'phases',
      minzoom: parcelNameZoom,
      layout: {
        ...layout,
        'symbol-placement': 'line',
        'symbol-spacing': 520,
        'text-size': byZoom([14, 12], [18, 16]),
        'text-offset': [0, 0.95],
        'text-letter-spacing': isEnglish(drawing.locale) ? 0.04 : 0.2,
        'text-max-angle': 25,
        'text-padding': 10,
      },
      paint,
    },
  ];
}
