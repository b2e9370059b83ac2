import { areaUnitNamed, parseDeclaredArea } from './declared-area.ts';
import { toHalfWidth } from './half-width.ts';
import type { SurveyFeature } from './survey-file.ts';

/** The usual columns, the surest first; Latin ones in any case. */
const codeKeys =
  '地块编号 dkbh 地块编码 地块代码 dkbm dkdm 宗地代码 zddm 宗地号 zdh 地块号 dkh parcel_code plot_code code 图斑编号 tbbh 编号 bh'.split(
    ' ',
  );
const nameKeys = ['地块名称', 'dkmc', '宗地名称', 'zdmc', 'parcel_name', 'name', '名称', 'mc', '项目名称', 'xmmc'];
const areaKeys = ['地块面积', 'dkmj', '宗地面积', 'zdmj', '图斑面积', 'tbmj', '面积', 'mj', 'area'];

type Attributes = Pick<SurveyFeature, 'code' | 'name' | 'declaredArea' | 'properties'>;

/**
 * Code, name and declared area of a record by the usual names of its columns; all other values are kept as properties,
 * nested ones and truth values as text. The area's unit stands in the value or in the column: 面积_亩, area_ha, MJ(公顷).
 */
export function pickAttributes(record: Readonly<Record<string, unknown>>): Attributes {
  const columns = Object.entries(record).map(([key, value]) => ({ key, known: known(key), value: plain(value) }));
  const code = firstOf(columns, codeKeys);
  const name = firstOf(columns, nameKeys);
  const area = pickArea(columns);
  const used = new Set([code?.key, name?.key, area?.key]);
  const rest = columns.filter(({ key }) => !used.has(key)).map(({ key, value }) => [key, value] as const);
  return {
    code: code?.text ?? null,
    name: name?.text ?? null,
    declaredArea: area?.declared ?? null,
    properties: Object.fromEntries(rest),
  };
}

interface Column {
  readonly key: string;
  readonly known: string;
  readonly value: string | number | null;
}

function known(key: string): string {
  return toHalfWidth(key).trim().toLowerCase();
}

function firstOf(columns: readonly Column[], keys: readonly string[]): { key: string; text: string } | null {
  for (const wanted of keys) {
    for (const { key, known: name, value } of columns) {
      const text = name === wanted && value !== null ? String(value).trim() : '';
      if (text !== '') return { key, text };
    }
  }
  return null;
}

function pickArea(columns: readonly Column[]) {
  for (const wanted of areaKeys) {
    for (const { key, known: name, value } of columns) {
      if (value === null || !name.startsWith(wanted)) continue;
      const rest = name.slice(wanted.length).replace(/^[_\s]/, '');
      const unit = areaUnitNamed(rest === 'mu' ? '亩' : rest);
      if (rest !== '' && unit === null) continue;
      const written = typeof value === 'number' ? { value, unit: null } : parseDeclaredArea(value);
      if (written && Number.isFinite(written.value)) {
        return { key, declared: { value: written.value, unit: written.unit ?? unit } };
      }
    }
  }
  return null;
}

function plain(value: unknown): string | number | null {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'string':
      return value;
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'object':
      return value === null ? null : JSON.stringify(value);
    default:
      return null;
  }
}
