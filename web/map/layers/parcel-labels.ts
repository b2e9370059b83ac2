import type { LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { perSquareMetre, shortDecimals } from '../controls/format-area-short.ts';
import type { Drawing } from '../drawing.ts';
import { line, statuses } from '../palette.ts';
import { byZoom, dimmable, hasRoom, isEnglish, onlyWhen, propertyIs, shown, type Expression } from './express.ts';
import { boldFont, halo, parcelNameZoom, plainFont } from './lettering.ts';

const roomForCode = 6;
const roomForArea = 11;

/**
 * What fits into the parcel on screen: its code, its area, and in the status theme the word of its status.
 * The code alone lies below code and area: it comes through only where both together found no place.
 */
export function parcelLabelLayers(drawing: Drawing): LayerSpecification[] {
  const hasPill = drawing.theme === 'status';
  const roomForWord = isEnglish(drawing.locale) ? 23 : 16;
  const roomy = hasRoom(roomForWord, drawing.latitude);
  const butNot = (least: number): Expression => ['all', hasRoom(least, drawing.latitude), ['!', roomy]];
  const text = (id: string, filter: Expression, field: Expression, raised: boolean): SymbolLayerSpecification => ({
    id,
    type: 'symbol',
    source: 'parcel-labels',
    minzoom: parcelNameZoom,
    filter: ['all', propertyIs('planVersion', drawing.planVersion), filter],
    layout: {
      visibility: shown(drawing.visible.parcels && drawing.visible.parcelLabels),
      'text-field': field,
      'text-font': boldFont,
      'text-size': byZoom([13, 9], [15, 11.5], [17, 14]),
      'text-line-height': 1.15,
      'text-anchor': raised ? 'bottom' : 'center',
      'text-offset': raised ? [0, 0.55] : [0, 0],
      'text-max-width': 20,
      'text-padding': 0,
      'symbol-sort-key': ['-', 0, ['get', 'roomMetres']],
    },
    paint: { 'text-color': line.ink, ...halo, 'text-opacity': dimmable(drawing, 1, 0.35) },
  });
  return [
    text('parcel-code', butNot(roomForCode), ['get', 'code'], false),
    text('parcel-code-area', butNot(roomForArea), codeAndArea(drawing), false),
    text('parcel-code-area-word', roomy, codeAndArea(drawing), hasPill),
    ...(hasPill ? pills(drawing, roomy) : []),
  ];
}

function codeAndArea({ areaUnit, locale, words }: Drawing): Expression {
  const digits = shortDecimals[areaUnit];
  const format = {
    locale: isEnglish(locale) ? 'en' : 'zh-CN',
    'min-fraction-digits': digits,
    'max-fraction-digits': digits,
  };
  const area: Expression = [
    'number-format',
    ['/', ['round', ['*', ['get', 'squareMetres'], perSquareMetre[areaUnit] * 10 ** digits]], 10 ** digits],
    format,
  ];
  const small = { 'font-scale': 0.84, 'text-font': ['literal', plainFont] as Expression };
  return ['format', ['get', 'code'], {}, '\n', {}, ['concat', area, ' ', words.unit[areaUnit]], small] as Expression;
}

function pills(drawing: Drawing, roomy: Expression): SymbolLayerSpecification[] {
  return statuses.map((status) => ({
    id: `parcel-pill-${status}`,
    type: 'symbol',
    source: 'parcel-labels',
    minzoom: parcelNameZoom,
    filter: ['all', propertyIs('planVersion', drawing.planVersion), roomy],
    layout: {
      visibility: shown(drawing.visible.parcels && drawing.visible.parcelLabels),
      'icon-image': `pill|${status}|${drawing.words.status[status]}`,
      'icon-size': byZoom([13, 0.8], [15, 1], [17, 1.2]),
      'icon-anchor': 'top',
      'icon-offset': [0, 8],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: { 'icon-opacity': onlyWhen('status', status, dimmable(drawing, 1)) },
  }));
}
