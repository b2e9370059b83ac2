import type { NoteList } from '../note-list.ts';
import type { FilePlace, Position } from '../survey-file.ts';

/** Rows of one ring as they stand in the file, usually with the first corner again at the end. */
export interface RingRows {
  readonly label: string;
  readonly names: readonly string[];
  readonly positions: readonly Position[];
  readonly lines: readonly number[];
}

export interface ClosedRing {
  readonly names: readonly string[];
  readonly positions: readonly Position[];
}

export interface RingContext {
  /** Of the parcel. */
  readonly at: FilePlace;
  /** From 1, in the order of the file. */
  readonly ring: number;
  readonly notes: NoteList;
  /** First part of the codes of notes: `txt` or `table`. */
  readonly format: 'txt' | 'table';
}

/** A gap wider than this is no rounding (standards.md §1.3, row 11). */
const widestGapMetres = 0.0015;
const widestGapDegrees = 1.5e-8;
/** A corner further from the middle of its parcel has lost a digit. */
const furthestMetres = 200_000;
const furthestDegrees = 2;

/** Whether two rows are one corner. */
export function isSameCorner(a: Position, b: Position): boolean {
  return gap(a, b) <= (isDegrees(a) ? widestGapDegrees : widestGapMetres);
}

/** Ring without its closing row and without rows that cannot be corners; null when fewer than three corners are left. */
export function closeRing(rows: RingRows, context: RingContext): ClosedRing | null {
  const { at, ring, notes, format } = context;
  const plausible = withoutFarRows(rows, context);
  const { names, positions, lines } = plausible;
  const [first, last] = [positions[0], positions.at(-1)];
  let corners = positions.length;
  if (first && last && corners > 1) {
    const gapMillimetres = isDegrees(first) ? null : Math.round(gap(first, last) * 1000);
    if (isSameCorner(first, last)) corners -= 1;
    else if (corners > 3 && repeatsOnlyFirstName(names)) {
      corners -= 1;
      const detail = { name: names[0]!, gapMillimetres };
      notes.add(`${format}.closing-row-differs`, 'skipped', { line: lines.at(-1)!, record: at.record }, detail);
    } else notes.add(`${format}.ring-unclosed`, 'mended', at, { ring, gapMillimetres });
  }
  if (corners < 3) {
    notes.add(
      `${format}.ring-too-short`,
      'skipped',
      { line: lines[0] ?? at.line, record: at.record },
      { ring, corners },
    );
    return null;
  }
  return { names: names.slice(0, corners), positions: positions.slice(0, corners) };
}

/** The last row has the first one's name, which no other row has: it was meant to close the ring. */
function repeatsOnlyFirstName(names: readonly string[]): boolean {
  return names[0] !== '' && names.at(-1) === names[0] && names.indexOf(names[0]!, 1) === names.length - 1;
}

function withoutFarRows(rows: RingRows, { at, notes, format }: RingContext): RingRows {
  const { positions } = rows;
  if (positions.length < 4 || !isWide(positions)) return rows;
  const middle: Position = [median(positions, 0), median(positions, 1)];
  const furthest = isDegrees(middle) ? furthestDegrees : furthestMetres;
  const kept = positions.flatMap((position, index) => (gap(position, middle) <= furthest ? [index] : []));
  if (kept.length < positions.length / 2) return rows;
  const isKept = new Set(kept);
  positions.forEach(([east, north], index) => {
    if (isKept.has(index)) return;
    const detail = { name: rows.names[index]!, north, east };
    notes.add(`${format}.row-implausible`, 'skipped', { line: rows.lines[index]!, record: at.record }, detail);
  });
  const pick = <T>(list: readonly T[]) => kept.map((index) => list[index]!);
  return { ...rows, names: pick(rows.names), positions: pick(positions), lines: pick(rows.lines) };
}

function isWide(positions: readonly Position[]): boolean {
  const first = positions[0]!;
  const furthest = isDegrees(first) ? furthestDegrees : furthestMetres;
  return positions.some((position) => gap(position, first) > furthest);
}

function median(positions: readonly Position[], axis: 0 | 1): number {
  const sorted = positions.map((position) => position[axis]).sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

function isDegrees([first, second]: Position): boolean {
  return Math.abs(first) <= 180 && Math.abs(second) <= 180;
}

function gap(a: Position, b: Position): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
