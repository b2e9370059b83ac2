import { areaUnitNamed, parseDeclaredArea } from '../declared-area.ts';
import { toHalfWidth } from '../half-width.ts';
import type { SurveyFeature } from '../survey-file.ts';
import { roleNamed } from './table-columns.ts';

/** What a row without coordinates says of the parcel above or below it. */
export interface LabelledCells {
  readonly code: string | null;
  readonly name: string | null;
  readonly declaredArea: SurveyFeature['declaredArea'];
}

const areaLabels = ['面积', '宗地面积', '地块面积', 'area'];

/** Labels with their values in the next cell or after a colon: 地块编号, 地块名称, 面积(公顷). Null when there are none. */
export function labelledCells(cells: readonly string[]): LabelledCells | null {
  let found: LabelledCells = { code: null, name: null, declaredArea: null };
  let hasLabel = false;
  const filled = cells.filter((cell) => cell !== '');
  filled.forEach((cell, index) => {
    const [label, value] = labelAndValue(cell, filled[index + 1] ?? '');
    const role = roleNamed(label);
    const declaredArea = areaBeside(label, value);
    if (value === '' || (role !== 'parcel' && role !== 'parcelName' && !declaredArea)) return;
    hasLabel = true;
    if (role === 'parcel') found = { ...found, code: found.code ?? value };
    else if (role === 'parcelName') found = { ...found, name: found.name ?? value };
    else found = { ...found, declaredArea: found.declaredArea ?? declaredArea };
  });
  return hasLabel ? found : null;
}

function labelAndValue(cell: string, next: string): [label: string, value: string] {
  const colon = cell.search(/[:：=]/);
  const after = colon < 0 ? '' : cell.slice(colon + 1).trim();
  return [colon < 0 ? cell : cell.slice(0, colon).trim(), after === '' ? next : after];
}

function areaBeside(written: string, value: string): SurveyFeature['declaredArea'] {
  const label = toHalfWidth(written).toLowerCase();
  const bracket = label.indexOf('(');
  const word = (bracket < 0 ? label : label.slice(0, bracket)).trim();
  if (!areaLabels.includes(word)) return null;
  const area = parseDeclaredArea(value);
  const inBrackets = bracket < 0 ? null : areaUnitNamed(label.slice(bracket));
  return area && { value: area.value, unit: area.unit ?? inBrackets };
}
