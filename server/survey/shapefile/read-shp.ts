import type { NoteList } from '../../../domain/survey/note-list.ts';
import type { Position, SurveyShape } from '../../../domain/survey/survey-file.ts';
import { nestRingNumbers } from '../../../domain/survey/nest-rings.ts';
import type { SurveyLimits } from '../limits.ts';
import { Refused } from '../refusal.ts';

const headerBytes = 100;
const fileCode = 9994;
const kinds = { point: [1, 11, 21], line: [3, 13, 23], polygon: [5, 15, 25], points: [8, 18, 28] } as const;

/**
 * The shapes of a .shp in the order of its records; null where a record has none (ESRI white paper, July 1998). Z and
 * M are left out. Rings are sorted by containment, since winding is often wrong. Throws Refused for what is no .shp.
 */
export function readShp(bytes: Uint8Array, notes: NoteList, limits: SurveyLimits): (SurveyShape | null)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headerBytes || view.getInt32(0) !== fileCode) throw new Refused('shapefile.not-a-shapefile');
  const shapes: (SurveyShape | null)[] = [];
  let points = 0;
  let at = headerBytes;
  while (at + 12 <= bytes.length) {
    const record = shapes.length + 1;
    const place = { line: null, record };
    const length = view.getInt32(at + 4) * 2;
    const start = at + 8;
    if (length < 4) throw new Refused('survey.damaged', { bytes: at }, { record });
    if (start + length > bytes.length) {
      notes.add('shapefile.truncated', 'skipped', place, { bytes: bytes.length, needed: start + length });
      return shapes;
    }
    if (record > limits.features) throw new Refused('survey.too-many-features', { most: limits.features });
    const read = readRecord(new DataView(view.buffer, view.byteOffset + start, length), record, notes);
    points += read.points;
    if (points > limits.points) throw new Refused('survey.too-many-points', { most: limits.points }, { record });
    shapes.push(read.shape);
    at = start + length;
  }
  const declared = view.getInt32(24) * 2;
  if (declared > bytes.length) {
    notes.add(
      'shapefile.truncated',
      'skipped',
      { line: null, record: null },
      { bytes: bytes.length, needed: declared },
    );
  }
  return shapes;
}

interface ReadRecord {
  readonly shape: SurveyShape | null;
  readonly points: number;
}

const nothing: ReadRecord = { shape: null, points: 0 };

function readRecord(view: DataView, record: number, notes: NoteList): ReadRecord {
  const type = view.getInt32(0, true);
  const at = { line: null, record };
  if (type === 0) return nothing;
  const isOf = (kind: keyof typeof kinds) => (kinds[kind] as readonly number[]).includes(type);
  const damaged = (): ReadRecord => {
    notes.add('shapefile.record-damaged', 'skipped', at, { type });
    return nothing;
  };
  if (isOf('point')) {
    if (view.byteLength < 20) return damaged();
    return { shape: { type: 'points', points: [position(view, 4)] }, points: 1 };
  }
  if (isOf('points')) {
    const count = view.byteLength < 40 ? -1 : view.getInt32(36, true);
    if (count < 0 || 40 + count * 16 > view.byteLength) return damaged();
    return count === 0 ? nothing : { shape: { type: 'points', points: positions(view, 40, 0, count) }, points: count };
  }
  if (!isOf('line') && !isOf('polygon')) {
    notes.add('shapefile.type-unknown', 'skipped', at, { type });
    return nothing;
  }
  const parts = readParts(view);
  if (parts === null) return damaged();
  const points = parts.reduce((sum, part) => sum + part.length, 0);
  return { shape: isOf('line') ? lineOf(parts) : areaOf(parts, record, notes), points };
}

/** Counts are held against the length of the record before anything is made of them. */
function readParts(view: DataView): Position[][] | null {
  if (view.byteLength < 44) return null;
  const [parts, points] = [view.getInt32(36, true), view.getInt32(40, true)];
  const first = 44 + parts * 4;
  if (parts < 0 || points < 0 || parts > points || first + points * 16 > view.byteLength) return null;
  const starts = Array.from({ length: parts }, (_, part) => view.getInt32(44 + part * 4, true));
  const ends = [...starts.slice(1), points];
  if (parts > 0 && starts[0] !== 0) return null;
  if (starts.some((start, part) => start < 0 || start > ends[part]! || ends[part]! > points)) return null;
  return starts.map((start, part) => positions(view, first, start, ends[part]!));
}

function lineOf(parts: readonly Position[][]): SurveyShape | null {
  const lines = parts.filter((part) => part.length >= 2);
  return lines.length > 0 ? { type: 'line', lines } : null;
}

function areaOf(parts: readonly Position[][], record: number, notes: NoteList): SurveyShape | null {
  const at = { line: null, record };
  const rings = parts.flatMap((part, index) => {
    const ring = [...part];
    const [first, last] = [ring[0], ring.at(-1)];
    if (first && last && ring.length > 1) {
      const gap = Math.hypot(first[0] - last[0], first[1] - last[1]);
      if (gap === 0) ring.pop();
      else notes.add('shapefile.ring-unclosed', 'mended', at, { ring: index + 1, gap, gapMillimetres: null });
    }
    if (ring.length < 3)
      notes.add('shapefile.ring-too-short', 'skipped', at, { ring: index + 1, corners: ring.length });
    return ring.length >= 3 ? [ring] : [];
  });
  if (rings.length === 0) return null;
  const nested = nestRingNumbers(rings);
  if (!nested.isComplete) notes.add('shapefile.rings-too-many', 'mended', at, { rings: rings.length });
  return { type: 'area', polygons: nested.polygons.map((polygon) => polygon.map((ring) => rings[ring]!)) };
}

function positions(view: DataView, first: number, from: number, to: number): Position[] {
  return Array.from({ length: to - from }, (_, index) => position(view, first + (from + index) * 16));
}

function position(view: DataView, at: number): Position {
  return [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
}
