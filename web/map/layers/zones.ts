import type { LayerSpecification } from 'maplibre-gl';
import type { LandUse } from '../../../domain/park/schema.ts';
import type { Drawing } from '../drawing.ts';
import { ground, unknownUse } from '../palette.ts';
import { byZoom, dimmable, propertyIs, shown, type Expression } from './express.ts';

export function landUseColour(landUses: readonly LandUse[]): Expression | string {
  if (landUses.length === 0) return unknownUse;
  const pairs = landUses.flatMap(({ standard, code, fill }) => [`${standard}/${code}`, fill]);
  const key = ['concat', ['get', 'standard'], '/', ['get', 'landUse']];
  return ['match', key, ...pairs, unknownUse] as unknown as Expression;
}

/** Planned land use; in the status theme it stays underneath as a faint tint. */
export function zoneLayers(drawing: Drawing): LayerSpecification[] {
  const { landUses, planVersion, theme, visible } = drawing;
  const inForce = propertyIs('planVersion', planVersion);
  const notRoad: Expression = ['!=', ['get', 'account'], 'road'];
  const isWater: Expression = ['==', ['get', 'account'], 'water'];
  const strength = theme === 'landuse' ? 0.94 : 0.34;
  return [
    {
      id: 'zones',
      type: 'fill',
      source: 'zones',
      filter: ['all', inForce, notRoad, ['!', isWater]],
      layout: { visibility: shown(visible.zones) },
      paint: {
        'fill-color': landUseColour(landUses),
        'fill-opacity': dimmable(drawing, strength, 0.35),
      },
    },
    {
      id: 'zones-water',
      type: 'fill',
      source: 'zones',
      filter: ['all', inForce, isWater],
      layout: { visibility: shown(visible.zones) },
      paint: { 'fill-color': landUseColour(landUses), 'fill-opacity': dimmable(drawing, 1, 0.5) },
    },
    {
      id: 'zones-edge',
      type: 'line',
      source: 'zones',
      filter: ['all', inForce, notRoad],
      layout: { visibility: shown(visible.zones), 'line-join': 'round' },
      paint: {
        'line-color': ['case', isWater, ground.waterEdge, '#6F7A63'],
        'line-width': byZoom([13, 0.3], [16, 0.8]),
        'line-opacity': theme === 'landuse' ? 0.65 : 0.4,
      },
    },
  ];
}
