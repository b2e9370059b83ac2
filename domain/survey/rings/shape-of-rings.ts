import { nestRingNumbers } from '../nest-rings.ts';
import type { SurveyFeature, SurveyShape } from '../survey-file.ts';
import { closeRing, type RingContext, type RingRows } from './close-ring.ts';

export type Placed = Pick<SurveyFeature, 'shape' | 'cornerNames'>;

const nowhere: Placed = { shape: null, cornerNames: null };

/** The shape of a record's rings, lines or points, and the names of its corners in the order of the shape. */
export function shapeOfRings(
  kind: SurveyShape['type'],
  rings: readonly RingRows[],
  context: Omit<RingContext, 'ring'>,
): Placed {
  const placed = kind === 'area' ? area(rings, context) : kind === 'line' ? line(rings, context) : points(rings);
  if (!placed.shape) context.notes.add(`${context.format}.without-place`, 'skipped', context.at);
  return placed;
}

function area(rings: readonly RingRows[], context: Omit<RingContext, 'ring'>): Placed {
  const closed = rings.flatMap((rows, index) => closeRing(rows, { ...context, ring: index + 1 }) ?? []);
  if (closed.length === 0) return nowhere;
  const nested = nestRingNumbers(closed.map(({ positions }) => positions));
  if (!nested.isComplete) {
    context.notes.add(`${context.format}.rings-too-many`, 'mended', context.at, { rings: closed.length });
  }
  const polygons = nested.polygons.map((polygon) => polygon.map((ring) => closed[ring]!.positions));
  return {
    shape: { type: 'area', polygons },
    cornerNames: nested.polygons.flatMap((polygon) => polygon.map((ring) => closed[ring]!.names)),
  };
}

function line(rows: readonly RingRows[], { at, notes, format }: Omit<RingContext, 'ring'>): Placed {
  const long = rows.filter(({ positions }, index) => {
    if (positions.length < 2) notes.add(`${format}.line-too-short`, 'skipped', at, { ring: index + 1 });
    return positions.length >= 2;
  });
  if (long.length === 0) return nowhere;
  return {
    shape: { type: 'line', lines: long.map(({ positions }) => positions) },
    cornerNames: long.map(({ names }) => names),
  };
}

function points(rows: readonly RingRows[]): Placed {
  if (rows.length === 0) return nowhere;
  return {
    shape: { type: 'points', points: rows.flatMap(({ positions }) => positions) },
    cornerNames: [rows.flatMap(({ names }) => names)],
  };
}
