import type { NoteList } from '../note-list.ts';
import { RingCollector } from '../rings/ring-collector.ts';
import { shapeOfRings } from '../rings/shape-of-rings.ts';
import type { FilePlace, Position, SurveyFeature, SurveyShape } from '../survey-file.ts';

export interface TableRow {
  readonly line: number;
  readonly ring: string;
  readonly name: string;
  readonly position: Position;
  readonly properties: Readonly<Record<string, string>>;
}

/** Rows that stand together: a parcel's corners, or places of their own. */
export interface TableGroup {
  readonly code: string | null;
  readonly name: string | null;
  /** Whether the table has columns for parcels or rings: then it is land. */
  readonly isLand: boolean;
  readonly hasHeights: boolean;
  readonly rows: TableRow[];
  declaredArea: SurveyFeature['declaredArea'];
}

/**
 * The records of a group. Without columns that tell, rows are land when they come back to their first corner, or when
 * they are three or more named like corners (J1, 2 or nothing) without heights; otherwise each row is a place.
 */
export function featuresOfGroup(
  group: TableGroup,
  wanted: SurveyShape['type'] | null,
  firstRecord: number,
  notes: NoteList,
): SurveyFeature[] {
  const { rows, code, name, declaredArea } = group;
  const at: FilePlace = { line: rows[0]?.line ?? null, record: firstRecord };
  const certain = wanted ?? (group.isLand || isClosed(rows) ? 'area' : null);
  const kind = certain ?? (hasCorners(group) ? 'area' : 'points');
  if (!certain) notes.add('table.shape-guessed', 'mended', at, { as: kind, rows: rows.length });
  if (kind === 'points') return rows.map((row, index) => pointOf(row, firstRecord + index, group));
  const collector = new RingCollector(kind === 'area');
  for (const row of rows) collector.add(row.ring, row.name, row.position, row.line);
  const placed = shapeOfRings(kind, collector.rings, { at, notes, format: 'table' });
  return [{ at, code, name, ...placed, declaredArea, properties: {} }];
}

function pointOf({ line, name, position, properties }: TableRow, record: number, { code }: TableGroup): SurveyFeature {
  return {
    at: { line, record },
    code,
    name: name || null,
    shape: { type: 'points', points: [position] },
    cornerNames: [[name]],
    declaredArea: null,
    properties,
  };
}

function isClosed(rows: readonly TableRow[]): boolean {
  const [first, last] = [rows[0]?.position, rows.at(-1)?.position];
  return rows.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function hasCorners({ rows, hasHeights }: TableGroup): boolean {
  return rows.length >= 3 && !hasHeights && rows.every(({ name }) => /^J?\d{0,6}$/i.test(name));
}
