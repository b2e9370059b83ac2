import type { LayerSpecification } from 'maplibre-gl';
import { findingColour, findingKinds, line } from '../palette.ts';
import { byZoom, onlyWhen, propertyIs, type Expression } from './express.ts';
import { boldFont } from './lettering.ts';

const colourOfKind = [
  'match',
  ['get', 'kind'],
  ...findingKinds.flatMap((kind) => [kind, findingColour[kind]]),
  line.ink,
] as unknown as Expression;

/** Where the ledger does not balance: the ground is veiled, hatched by kind and framed, so that it reads on any plan. */
export function findingLayers(): LayerSpecification[] {
  return [
    { id: 'finding-veil', type: 'fill', source: 'findings', paint: { 'fill-color': '#FFFFFF', 'fill-opacity': 0.62 } },
    ...findingKinds.map((kind): LayerSpecification => ({
      id: `finding-hatch-${kind}`,
      type: 'fill',
      source: 'findings',
      filter: propertyIs('kind', kind),
      paint: { 'fill-pattern': `finding|${kind}` },
    })),
    {
      id: 'finding-chosen',
      type: 'line',
      source: 'findings',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': line.chosen,
        'line-width': byZoom([12, 7], [17, 12]),
        'line-opacity': onlyWhen('selected', true),
      },
    },
    {
      id: 'finding-line',
      type: 'line',
      source: 'findings',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colourOfKind, 'line-width': byZoom([12, 1.5], [17, 3]) },
    },
  ];
}

/** A numbered pin on every finding: slivers are too thin to be seen otherwise. */
export function findingPinLayers(): LayerSpecification[] {
  const pin = { type: 'circle', source: 'finding-pins' } as const;
  return [
    {
      ...pin,
      id: 'finding-pin-chosen',
      paint: { 'circle-radius': 15, 'circle-color': line.chosen, 'circle-opacity': onlyWhen('selected', true) },
    },
    {
      ...pin,
      id: 'finding-pin',
      paint: {
        'circle-radius': 10,
        'circle-color': colourOfKind,
        'circle-stroke-color': line.halo,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'finding-pin-number',
      type: 'symbol',
      source: 'finding-pins',
      layout: {
        'text-field': ['to-string', ['get', 'number']],
        'text-font': boldFont,
        'text-size': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': line.halo },
    },
  ];
}
