import { twiceAreaSquareMillimetres } from '../../domain/geometry/area.ts';
import { lengthMetres } from '../../domain/geometry/line.ts';
import type { Line, MultiPolygon } from '../../domain/geometry/shapes.ts';
import { decodeWkb, type Origin } from '../../domain/geometry/wkb.ts';

interface Stored {
  readonly geometry: Uint8Array;
}

/** A row of land with the area of its boundary in place of the boundary: areas are computed, never stored. */
export function withArea<Row extends Stored>({ geometry, ...fields }: Row, origin: Origin) {
  return { ...fields, twiceAreaSquareMillimetres: twiceAreaSquareMillimetres(boundaryOf(geometry, origin)) };
}

/** A road with the length of its centreline in place of the centreline. */
export function withLength<Row extends Stored>({ geometry, ...fields }: Row, origin: Origin) {
  return { ...fields, lengthMetres: lengthMetres(centrelineOf(geometry, origin)) };
}

export function boundaryOf(geometry: Uint8Array, origin: Origin): MultiPolygon {
  const shape = decodeWkb(geometry, origin);
  if (shape.type !== 'Area') throw new TypeError('a boundary is an area');
  return shape.polygons;
}

export function centrelineOf(geometry: Uint8Array, origin: Origin): Line {
  const shape = decodeWkb(geometry, origin);
  if (shape.type !== 'Line') throw new TypeError('a centreline is a line');
  return shape.line;
}
