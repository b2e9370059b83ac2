import { toHalfWidth } from '../half-width.ts';
import { isSmallInteger, parseDecimal } from '../parse-decimal.ts';

export type ColumnRole = 'parcel' | 'parcelName' | 'ring' | 'point' | 'north' | 'east' | 'height';

/** Where each thing stands in a row; north and east are always there. */
export type TableColumns = Readonly<Partial<Record<ColumnRole, number>>> & {
  readonly north: number;
  readonly east: number;
  /** Columns of a header row that mean none of this, with their names. */
  readonly others: readonly (readonly [column: number, name: string])[];
};

/** Names in lower case, half-width, without brackets, blanks and the word 坐标. X is north, as surveyors write. */
const roleNames: Readonly<Record<ColumnRole, string>> = {
  parcel:
    '地块号 地块编号 地块代码 地块 宗地号 宗地代码 宗地编号 宗地 图斑号 图斑编号 dkbh zddm parcel parcelid parcelcode parcelno code',
  parcelName: '地块名称 宗地名称 项目名称 dkmc parcelname',
  ring: '圈号 地块圈号 环号 圈 环 ring ringno ringid part',
  point:
    '点号 界址点号 界址点编号 界址点 j点号 点名 点名称 点编号 拐点 拐点号 拐点编号 顶点 控制点 控制点名 桩号 point pointid pointno pointname pt vertex corner station',
  north: 'x n 北 北向 纵 纵x x纵 北x x北 北n 纬度 north northing lat latitude b',
  east: 'y e 东 东向 横 横y y横 东y y东 东e 经度 east easting lon lng long longitude l',
  height: 'z h 高程 高 大地高 height elevation elev alt altitude',
};
/** Belongs to the corners, or to the parcel when the corners have names of their own. */
const eitherNames = new Set(['名称', '编号', 'name', 'id']);
/** Recomputed or only counting. */
const ignoredNames = new Set(['序号', 'no', 'index', '边长', 'length', 'side', '']);

const roles = new Map(
  (Object.keys(roleNames) as ColumnRole[]).flatMap((role) => roleNames[role].split(' ').map((name) => [name, role])),
);
const leastGridCoordinate = 50_000;

/** What the name of a column or a label beside a value means. */
export function roleNamed(written: string): ColumnRole | null {
  return roles.get(bareName(written)) ?? null;
}

/** Columns of a header row in Chinese or English, or null when the row does not name both coordinates. */
export function columnsNamed(cells: readonly string[]): TableColumns | null {
  const found: Partial<Record<ColumnRole, number>> = {};
  const others: [number, string][] = [];
  const either: number[] = [];
  cells.forEach((cell, column) => {
    const name = bareName(cell);
    const role = roles.get(name);
    if (role && found[role] === undefined) found[role] = column;
    else if (eitherNames.has(name)) either.push(column);
    else if (!ignoredNames.has(name)) others.push([column, cell]);
  });
  for (const column of either) {
    if (found.point === undefined) found.point = column;
    else if (found.parcelName === undefined) found.parcelName = column;
  }
  const { north, east } = found;
  return north === undefined || east === undefined ? null : { ...found, north, east, others };
}

/**
 * Columns of a row without header, by its numbers: `N,E` · `名称 X Y [Z]` · `点号,圈号,N,E` ·
 * `序号,地块号,圈号,J点号,N,E` (省标; standards.md §1.3, row 19). Null when it has no two coordinates side by side.
 */
export function columnsGuessed(cells: readonly string[]): TableColumns | null {
  const north = coordinateColumn(cells);
  if (north === null) return null;
  const height = parseDecimal(cells[north + 2] ?? '') === null ? {} : { height: north + 2 };
  return { north, east: north + 1, others: [], ...height, ...columnsBefore(cells, north) };
}

function columnsBefore(cells: readonly string[], north: number): Partial<Record<ColumnRole, number>> {
  const isCount = (column: number) => isSmallInteger(cells[column] ?? '');
  if (north === 0) return {};
  if (north === 1) return { point: 0 };
  if (north === 2) return isCount(1) ? { point: 0, ring: 1 } : { point: 1 };
  const parcel = north - 3;
  return isCount(north - 2) ? { parcel, ring: north - 2, point: north - 1 } : { parcel: north - 2, point: north - 1 };
}

/** Of two numbers side by side the first: metres of a grid before numbers with decimals before a row of two. */
function coordinateColumn(cells: readonly string[]): number | null {
  const values = cells.map(parseDecimal);
  const isPair = (column: number, fits: (column: number) => boolean) => fits(column) && fits(column + 1);
  const isGrid = (column: number) => Math.abs(values[column] ?? 0) >= leastGridCoordinate;
  const hasDecimals = (column: number) => (values[column] ?? null) !== null && cells[column]!.includes('.');
  const isNumber = (column: number) => (values[column] ?? null) !== null;
  const columns = cells.map((_, column) => column);
  return (
    columns.find((column) => isPair(column, isGrid)) ??
    columns.find((column) => isPair(column, hasDecimals)) ??
    (cells.length === 2 && isPair(0, isNumber) ? 0 : null)
  );
}

function bareName(written: string): string {
  if (written.length > 40) return '?';
  return toHalfWidth(written)
    .toLowerCase()
    .replaceAll(/\([^()]*\)|\[[^[\]]*\]|坐标|[\s_.:-]/g, '');
}
