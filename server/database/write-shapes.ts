import { encodeWkb, type Origin } from '../../domain/geometry/wkb.ts';
import type { MultiPolygon } from '../../domain/geometry/shapes.ts';
import type { Queries } from './connect.ts';
import { boundaryShape } from './schema.ts';

/** The geometry of a boundary in millimetres of the park's grid. It is written once and never changed. */
export interface BoundaryShape {
  readonly id: string;
  readonly polygons: MultiPolygon;
  readonly origin: Origin;
  /** The import it came with, and its number in that file; null: a neighbour that got corners of such. */
  readonly import: string;
  readonly feature: number | null;
}

const rowsPerInsert = 1000;

export async function writeShapes(queries: Queries, parkId: number, shapes: readonly BoundaryShape[]): Promise<void> {
  for (let from = 0; from < shapes.length; from += rowsPerInsert) {
    const rows = shapes.slice(from, from + rowsPerInsert).map(({ polygons, origin, ...shape }) => ({
      ...shape,
      parkId,
      geometry: encodeWkb({ type: 'Area', polygons }, origin),
    }));
    await queries.insert(boundaryShape).values(rows);
  }
}
