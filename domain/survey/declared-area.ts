import { numberBefore } from './parse-decimal.ts';
import { toHalfWidth } from './half-width.ts';
import type { AreaUnit, SurveyFeature } from './survey-file.ts';

const units: Readonly<Record<string, AreaUnit>> = {
  平方米: 'square-metre',
  平米: 'square-metre',
  m2: 'square-metre',
  'm^2': 'square-metre',
  'm²': 'square-metre',
  '㎡': 'square-metre',
  公顷: 'hectare',
  ha: 'hectare',
  hm2: 'hectare',
  'hm²': 'hectare',
  亩: 'mu',
  市亩: 'mu',
  平方公里: 'square-kilometre',
  平方千米: 'square-kilometre',
  km2: 'square-kilometre',
  'km²': 'square-kilometre',
};

/** An area as it is written, with its unit where that stands beside it: "0.7655公顷", "77.86亩", "5.1907". */
export function parseDeclaredArea(written: string): SurveyFeature['declaredArea'] {
  const text = toHalfWidth(written).trim();
  const { value, length } = numberBefore(text);
  return value === null ? null : { value, unit: areaUnitNamed(text.slice(length)) };
}

/** The unit of that name, with or without brackets: "公顷", "(亩)", "m²". */
export function areaUnitNamed(written: string): AreaUnit | null {
  const name = toHalfWidth(written).replaceAll('(', '').replaceAll(')', '').trim().toLowerCase();
  return Object.hasOwn(units, name) ? units[name]! : null;
}
