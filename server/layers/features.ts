import type { Feature } from 'geojson';
import { squareMetres } from '../../domain/geometry/area.ts';
import { toGeoJson } from '../../domain/geometry/from-geojson.ts';
import { chainagesMetres } from '../../domain/geometry/line.ts';
import { decodeWkb } from '../../domain/geometry/wkb.ts';
import type { LayerSource } from './layer-source.ts';

interface Row {
  readonly geometry: Uint8Array;
}

/** A row of the legal grid as a GeoJSON feature in degrees. */
export function feature(
  { facts, grid }: LayerSource,
  { geometry, ...properties }: Row & Record<string, unknown>,
): Feature {
  return { type: 'Feature', properties, geometry: toGeoJson(decodeWkb(geometry, facts.park), grid) };
}

export function areaFeature(source: LayerSource, row: Row & { readonly twiceAreaSquareMillimetres: number }): Feature {
  const { twiceAreaSquareMillimetres, ...fields } = row;
  return feature(source, { ...fields, squareMetres: squareMetres(twiceAreaSquareMillimetres) });
}

/** A centreline with the chainage of every vertex. */
export function roadFeature(source: LayerSource, row: Row): Feature {
  const placed = decodeWkb(row.geometry, source.facts.park);
  const chainages = placed.type === 'Line' ? chainagesMetres(placed.line) : [];
  return feature(source, { ...row, chainages });
}
