import { sql } from 'drizzle-orm';
import { encodeWkb, type Origin } from '../../domain/geometry/wkb.ts';
import type { MultiPolygon } from '../../domain/geometry/shapes.ts';
import type { Queries } from './connect.ts';
import { boundaryShape } from './schema.ts';
import { writePortions } from './write-portions.ts';

/** The geometry of a boundary in millimetres of the park's grid. It is written once and never changed. */
export interface BoundaryShape {
  readonly id: string;
  readonly polygons: MultiPolygon;
  readonly origin: Origin;
  /** The import it came with, and its number in that file; null: drawn here, or a neighbour that got corners of such. */
  readonly import: string | null;
  readonly feature: number | null;
}

const rowsPerInsert = 2000;

/** The bytes of a portion go as one value, out of which every row takes its part: a value each takes three times as long. */
export async function writeShapes(queries: Queries, parkId: number, shapes: readonly BoundaryShape[]): Promise<void> {
  await writePortions(shapes, rowsPerInsert, pack, async ({ rows, bytes }) => {
    await queries.execute(sql`INSERT INTO ${boundaryShape} (park_id, id, boundary, import, feature)
      SELECT ${parkId}::integer, shape.id, substring(${bytes}::bytea FROM shape.start FOR shape.length),
        shape.import, shape.feature
      FROM jsonb_to_recordset(${rows}::jsonb)
        AS shape(id text, start integer, length integer, import text, feature integer)`);
  });
}

function pack(shapes: readonly BoundaryShape[]) {
  let start = 1;
  const geometries: Uint8Array[] = [];
  const rows = shapes.map(({ id, polygons, origin, import: file, feature }) => {
    const geometry = encodeWkb({ type: 'Area', polygons }, origin);
    const { length } = geometry;
    geometries.push(geometry);
    start += length;
    return { id, start: start - length, length, import: file, feature };
  });
  return { rows: JSON.stringify(rows), bytes: Buffer.concat(geometries) };
}
