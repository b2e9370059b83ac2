import type { LayerSpecification } from 'maplibre-gl';
import type { Drawing } from '../drawing.ts';
import { hatchedStatuses } from '../images/draw-hatch.ts';
import { line, statusColour, statuses } from '../palette.ts';
import { byZoom, dimmable, onlyWhen, propertyIs, shown, type Expression } from './express.ts';
import { landUseColour } from './zones.ts';

/** Parcels filled by land use or by status, never both. */
export function parcelLayers(drawing: Drawing): LayerSpecification[] {
  const { theme, visible, planVersion, landUses } = drawing;
  const filter = propertyIs('planVersion', planVersion);
  return [
    {
      id: 'parcels-landuse',
      type: 'fill',
      source: 'parcels',
      filter,
      layout: { visibility: shown(visible.parcels && theme === 'landuse') },
      paint: { 'fill-color': landUseColour(landUses), 'fill-opacity': dimmable(drawing, 1) },
    },
    {
      id: 'parcels-status',
      type: 'fill',
      source: 'parcels',
      filter,
      layout: { visibility: shown(visible.parcels && theme === 'status') },
      paint: { 'fill-color': statusFill(), 'fill-opacity': dimmable(drawing, 1) },
    },
    ...hatchLayers(drawing),
    {
      id: 'parcels-edge',
      type: 'line',
      source: 'parcels',
      filter,
      layout: { visibility: shown(visible.parcels), 'line-join': 'round' },
      paint: {
        'line-color': line.parcel,
        'line-width': byZoom([12, 0.3], [14, 0.7], [17, 1.5]),
        'line-opacity': dimmable(drawing, 0.85, 0.4),
      },
    },
  ];
}

function statusFill(): Expression {
  const pairs = statuses.flatMap((status) => [status, statusColour[status]]);
  return ['match', ['coalesce', ['feature-state', 'status'], ''], ...pairs, '#FFFFFF'] as unknown as Expression;
}

/**
 * A pattern cannot follow feature state, its opacity can: one layer per hatch, seen only on parcels of that status.
 * No tile is laid out again: measured 2 to 4 times faster than changing filters, or a pattern matched by code.
 */
function hatchLayers(drawing: Drawing): LayerSpecification[] {
  return hatchedStatuses.map((status) => ({
    id: `parcels-hatch-${status}`,
    type: 'fill',
    source: 'parcels',
    filter: propertyIs('planVersion', drawing.planVersion),
    layout: { visibility: shown(drawing.visible.parcels && drawing.theme === 'status') },
    paint: {
      'fill-pattern': `hatch|${status}`,
      'fill-opacity': onlyWhen('status', status, dimmable(drawing, 1)),
    },
  }));
}
