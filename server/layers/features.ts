import type { Feature } from 'geojson';
import { squareMetres } from '../../domain/geometry/area.ts';
import { toGeoJson } from '../../domain/geometry/from-geojson.ts';
import { chainagesMetres } from '../../domain/geometry/line.ts';
import { decodeWkb } from '../../domain/geometry/wkb.ts';
import { centrelineOf, withArea } from '../database/measure.ts';
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

/** Land with its plane area. */
export function areaFeature(source: LayerSource, row: Row & Record<string, unknown>): Feature {
  const { twiceAreaSquareMillimetres, ...fields } = withArea(row, source.facts.park);
  return feature(source, { ...fields, geometry: row.geometry, squareMetres: squareMetres(twiceAreaSquareMillimetres) });
}

/** A centreline with its length and the chainage of every vertex. */
export function roadFeature(source: LayerSource, row: Row): Feature {
  const chainages = chainagesMetres(centrelineOf(row.geometry, source.facts.park));
  return feature(source, { ...row, lengthMetres: chainages.at(-1) ?? 0, chainages });
}
