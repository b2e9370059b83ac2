import { areaDecimals, roundedInUnit, type AreaUnit } from '../geometry/area-units.ts';
import { twicePlaneAreaSquareMillimetres } from './plane-area.ts';
import { arrangeRing, type Arrangement } from './rings/arrange-ring.ts';
import type { Position, SurveyFeature } from './survey-file.ts';
import { writeDecimal } from './write-decimal.ts';

/** A number and the decimals it is shown with. */
export interface TableNumber {
  readonly value: number;
  readonly decimals: number;
}
export type WrittenCell = string | TableNumber | null;

/** The words of the table; Chinese unless given. */
export interface TableLabels {
  readonly code: string;
  readonly name: string;
  readonly point: string;
  readonly north: string;
  readonly east: string;
  readonly length: string;
  readonly areas: Readonly<Record<'m2' | 'ha' | 'mu', string>>;
}

export interface TableProfile extends Arrangement {
  readonly labels: TableLabels;
  readonly prefix: string;
  /** Corners numbered through the parcel, or named as the record names them. */
  readonly numbering: 'parcel' | 'kept';
  readonly lengthDecimals: number;
}

const usualProfile: TableProfile = {
  labels: {
    code: '地块编号',
    name: '地块名称',
    point: '点号',
    north: 'X坐标(m)',
    east: 'Y坐标(m)',
    length: '边长(m)',
    areas: { m2: '面积(平方米)', ha: '面积(公顷)', mu: '面积(亩)' },
  },
  prefix: 'J',
  numbering: 'parcel',
  start: 'north-west',
  winding: 'clockwise',
  lengthDecimals: 2,
};

const coordinateDecimals = 3;
const opposite = { clockwise: 'counter-clockwise', 'counter-clockwise': 'clockwise', kept: 'kept' } as const;

type Parcel = Pick<SurveyFeature, 'code' | 'name' | 'shape' | 'cornerNames'>;

/**
 * Rows of the 界址点成果表: for each parcel its code and name, the header, every ring with its first corner again at the
 * end and beside each corner the length in metres to the next, and the plane area in m², 公顷 and 亩. Positions are
 * [east, north] in metres; X is north. Records that are no land are left out. A blank row parts parcels.
 */
export function coordinateTableRows(parcels: readonly Parcel[], changes: Partial<TableProfile> = {}): WrittenCell[][] {
  const profile = { ...usualProfile, ...changes };
  return parcels.flatMap((parcel, index) => {
    const rows = parcelRows(parcel, profile);
    return index > 0 && rows.length > 0 ? [[], ...rows] : rows;
  });
}

/** The rows as CSV (RFC 4180) with CRLF; a text that a spreadsheet would take for a formula gets an apostrophe. */
export function tableCsv(rows: readonly (readonly WrittenCell[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function parcelRows({ code, name, shape, cornerNames }: Parcel, profile: TableProfile): WrittenCell[][] {
  if (shape?.type !== 'area') return [];
  const { labels, prefix, numbering, start, winding, lengthDecimals } = profile;
  const isOuter = shape.polygons.flatMap((polygon) => polygon.map((_, index) => index === 0));
  const rows: WrittenCell[][] = [
    [labels.code, code, labels.name, name],
    [labels.point, labels.north, labels.east, labels.length],
  ];
  let number = 0;
  shape.polygons.flat().forEach((flat, index) => {
    const given = numbering === 'kept' ? (cornerNames?.[index] ?? null) : null;
    const names = given?.length === flat.length ? given : null;
    const ring = { positions: flat, names };
    const arranged = arrangeRing(ring, { start, winding: isOuter[index] ? winding : opposite[winding] });
    const nameOf = (at: number) => arranged.names?.[at] ?? `${prefix}${number + at + 1}`;
    const { positions } = arranged;
    positions.forEach((position, at) => {
      const length = lengthMetres(position, positions[(at + 1) % positions.length]!);
      rows.push([nameOf(at), ...coordinates(position), { value: length, decimals: lengthDecimals }]);
    });
    if (positions[0]) rows.push([nameOf(0), ...coordinates(positions[0]), null]);
    number += positions.length;
  });
  const twice = twicePlaneAreaSquareMillimetres(shape.polygons);
  return twice === null ? rows : [...rows, ...areaRows(twice, labels)];
}

function areaRows(twiceSquareMillimetres: number, labels: TableLabels): WrittenCell[][] {
  return (['m2', 'ha', 'mu'] as const satisfies readonly AreaUnit[]).map((unit) => {
    const value = roundedInUnit(twiceSquareMillimetres, unit, 'exported');
    return [labels.areas[unit], { value, decimals: areaDecimals(unit, 'exported') }];
  });
}

function coordinates([east, north]: Position): TableNumber[] {
  return [north, east].map((value) => ({ value, decimals: coordinateDecimals }));
}

/** Between corners rounded to a millimetre. */
function lengthMetres(from: Position, to: Position): number {
  const millimetres = (axis: 0 | 1) => Math.round(to[axis] * 1000) - Math.round(from[axis] * 1000);
  return Math.hypot(millimetres(0), millimetres(1)) / 1000;
}

function csvCell(cell: WrittenCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return writeDecimal(cell.value, cell.decimals);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
