import type { LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { Drawing } from '../drawing.ts';
import { ground } from '../palette.ts';
import { byZoom, nameIn, propertyIs, shown } from './express.ts';
import { mediumFont, plainFont } from './lettering.ts';

type Kind = 'river' | 'hill' | 'village' | 'road' | 'direction';

const inks: Readonly<Record<Kind, { colour: string; font: string[]; spacing: number; size: number }>> = {
  river: { colour: ground.waterText, font: mediumFont, spacing: 0.5, size: 14 },
  hill: { colour: ground.hillText, font: plainFont, spacing: 0.2, size: 12 },
  village: { colour: '#5A4730', font: mediumFont, spacing: 0.05, size: 12.5 },
  road: { colour: '#76581A', font: plainFont, spacing: 0.1, size: 11.5 },
  direction: { colour: '#76581A', font: plainFont, spacing: 0.05, size: 12 },
};

export function baseNameLayers(drawing: Drawing): LayerSpecification[] {
  return (Object.keys(inks) as Kind[]).map((kind) => baseName(kind, drawing));
}

function baseName(kind: Kind, drawing: Drawing): SymbolLayerSpecification {
  const { colour, font, spacing, size } = inks[kind];
  const { visible } = drawing;
  const isShown = kind === 'village' ? visible.villages : kind === 'road' ? visible.countyRoad : true;
  return {
    id: `name-${kind}`,
    type: 'symbol',
    source: 'base',
    minzoom: kind === 'hill' || kind === 'road' ? 12.8 : 11.5,
    filter: ['all', propertyIs('kind', 'label'), propertyIs('labelKind', kind)],
    layout: {
      visibility: shown(isShown),
      'text-field': nameIn(drawing),
      'text-font': font,
      'text-size': byZoom([12, size * 0.82], [16, size * 1.25]),
      'text-letter-spacing': spacing,
      'text-rotate': ['coalesce', ['get', 'rotation'], 0],
      'text-rotation-alignment': 'map',
      'text-padding': 6,
      'text-max-width': 12,
    },
    paint: {
      'text-color': colour,
      'text-halo-color': kind === 'river' ? '#DDEFF8' : '#FBFAF0',
      'text-halo-width': 1.5,
    },
  };
}
