import type { LayerSpecification, LineLayerSpecification } from 'maplibre-gl';
import type { ClaimKind } from '../../../domain/project/schema.ts';
import type { Drawing } from '../drawing.ts';
import { claimColour, claimKinds } from '../palette.ts';
import { byZoom, dimmable, onlyWhen, propertyIs, shown } from './express.ts';

const dashes: Readonly<Record<ClaimKind, number[] | null>> = {
  hold: [0.8, 1.2],
  reservation: [3, 1.4],
  contract: null,
};

/** Who has land, as a frame just inside the parcel: dotted hold, dashed reservation, solid contract. */
export function claimLayers(drawing: Drawing): LayerSpecification[] {
  return claimKinds.map((kind): LineLayerSpecification => {
    const dash = dashes[kind];
    return {
      id: `claim-${kind}`,
      type: 'line',
      source: 'parcels',
      minzoom: 13,
      filter: propertyIs('planVersion', drawing.planVersion),
      layout: { visibility: shown(drawing.visible.parcels && drawing.visible.claims), 'line-join': 'round' },
      paint: {
        'line-color': claimColour[kind],
        'line-width': byZoom([13, 1], [15, 1.8], [18, 3]),
        'line-offset': byZoom([13, 1], [15, 2], [18, 4.5]),
        'line-opacity': onlyWhen('claim', kind, dimmable(drawing, 0.95)),
        ...(dash ? { 'line-dasharray': dash } : {}),
      },
    };
  });
}
