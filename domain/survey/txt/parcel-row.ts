import { parseDeclaredArea } from '../declared-area.ts';
import { toHalfWidth } from '../half-width.ts';
import { parseDecimal } from '../parse-decimal.ts';
import type { SurveyFeature, SurveyShape } from '../survey-file.ts';

/** The row before the corners of a parcel: 界址点数,地块面积,…,地块编号,地块名称,面,图幅号,地块用途,地类编码,@ */
export interface ParcelRow {
  readonly cornerCount: number | null;
  readonly declaredArea: SurveyFeature['declaredArea'];
  readonly code: string | null;
  readonly name: string | null;
  /** Null when the row does not say 点, 线 or 面. */
  readonly kind: SurveyShape['type'] | null;
  readonly properties: Readonly<Record<string, string>>;
}

/** A row with an '@': a parcel, or names of columns standing where a parcel would. */
export type AtRow =
  | { readonly type: 'parcel'; readonly row: ParcelRow; readonly isMended: boolean }
  | { readonly type: 'columns'; readonly names: readonly string[] };

const kinds: Readonly<Record<string, SurveyShape['type']>> = { 点: 'points', 线: 'line', 面: 'area' };
const usualAnchor = 4;
const usualColumns = ['图幅号', '地块用途', '地类编码'];
/** 补充耕地 in twelve or thirteen columns ends so, 报省部标 has the first two before the code (standards.md §1.3, row 8). */
const farmlandColumns = ['图斑类型', '地类', '改造前等别', '改造后等别', '备注'];
const provinceColumns = ['行政区代码', '村名'];
/** Some write here whether the land is above or below ground: that is no class of land use. */
const levelsOfGround = ['地上', '地表', '地下'];

/** Reads a line as it is, and with its full-width marks made half-width only if that makes better sense of it. */
export function readAtRow(line: string, columns: readonly string[] | null): AtRow | null {
  const asWritten = fieldsOf(line);
  if (asWritten && anchorOf(asWritten) !== null) return parcel(asWritten, columns, false);
  const halfWidth = toHalfWidth(line);
  const mended = halfWidth === line ? null : fieldsOf(halfWidth);
  if (mended && isCount(mended[0]!) && (anchorOf(mended) !== null || !asWritten)) return parcel(mended, columns, true);
  if (mended && !asWritten) return { type: 'columns', names: mended };
  return asWritten && parcel(asWritten, columns, false);
}

/** The columns before the '@'; null when no column is an '@'. */
function fieldsOf(line: string): string[] | null {
  const fields = line
    .replace(/^[[【［]/, '')
    .replace(/[\]】］]$/, '')
    .split(',')
    .map((field) => field.trim());
  const end = fields.indexOf('@');
  return end < 1 ? null : fields.slice(0, end);
}

/** The names of columns hold the words 点、线、面 too, but they begin with no number. */
function isCount(field: string): boolean {
  return field === '' || parseDecimal(field) !== null;
}

function anchorOf(fields: readonly string[]): number | null {
  if (Object.hasOwn(kinds, fields[usualAnchor] ?? '')) return usualAnchor;
  const anchor = fields.findIndex((field, index) => index >= 2 && Object.hasOwn(kinds, field));
  return anchor < 0 ? null : anchor;
}

function parcel(fields: readonly string[], columns: readonly string[] | null, isHalved: boolean): AtRow {
  const anchor = anchorOf(fields);
  const counted = toHalfWidth(fields[0] ?? '');
  const cornerCount = parseDecimal(counted);
  if (anchor === null && cornerCount === null) return { type: 'columns', names: fields };
  const end = anchor ?? Math.min(usualAnchor, fields.length);
  const afterKind = anchor === null ? end : end + 1;
  const names = columns?.length === fields.length ? columns : namesOf(fields, end, afterKind);
  const code = Math.max(end - 2, 2);
  const properties = fields.flatMap((value, index): [string, string][] => {
    const isOther = (index > 1 && index < code) || index >= afterKind;
    return isOther && value !== '' ? [[names[index]!, value]] : [];
  });
  const row: ParcelRow = {
    cornerCount,
    declaredArea: parseDeclaredArea(fields[1] ?? ''),
    code: (end > 3 && fields[end - 2]) || null,
    name: (end > 2 && fields[end - 1]) || null,
    kind: anchor === null ? null : kinds[fields[anchor]!]!,
    properties: Object.fromEntries(properties),
  };
  return { type: 'parcel', row, isMended: isHalved || counted !== fields[0] };
}

/** A name for each column: the usual one of its place, or its number. */
function namesOf(fields: readonly string[], end: number, afterKind: number): string[] {
  const names = fields.map((_, index) => `字段${index + 1}`);
  if (end === 6) names.splice(2, 2, ...provinceColumns);
  usualColumns.forEach((name, index) => {
    if (afterKind + index < fields.length) names[afterKind + index] = name;
  });
  const lastFive = fields.length - farmlandColumns.length;
  if (lastFive > afterKind) names.splice(lastFive, farmlandColumns.length, ...farmlandColumns);
  const landClass = afterKind + 2;
  if (levelsOfGround.includes(fields[landClass] ?? '')) names[landClass] = `字段${landClass + 1}`;
  return names;
}
