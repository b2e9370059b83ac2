import { nameDatum } from '../system/name-system.ts';
import { fileWords } from './file-words.ts';
import { findingWords } from './finding-words.ts';
import { proposalWords } from './proposal-words.ts';
import { readingWords } from './reading-words.ts';
import { repairWords } from './repair-words.ts';
import { systemWords } from './system-words.ts';
import type { Language, Words } from './words.ts';

type Detail = Readonly<Record<string, string | number | null>>;

const words: Readonly<Record<string, Words>> = {
  ...findingWords,
  ...readingWords,
  ...systemWords,
  ...fileWords,
  ...proposalWords,
  ...repairWords,
};
/** Words for values that stand in a sentence as they are kept. */
const values: Readonly<Record<string, Words>> = {
  'square-metre': ['平方米', 'm²'],
  hectare: ['公顷', 'ha'],
  mu: ['亩', 'mu'],
  'square-kilometre': ['平方公里', 'km²'],
  area: ['面', 'an area'],
  line: ['线', 'a line'],
  points: ['点', 'points'],
  image: ['图片', 'Image'],
  pdf: ['PDF', 'PDF'],
  dwg: ['DWG', 'DWG'],
  xls: ['XLS', 'XLS'],
  rar: ['RAR', 'RAR'],
  xml: ['XML', 'XML'],
  sqlite: ['SQLite', 'SQLite'],
};
const decimals: readonly (readonly [suffix: RegExp, count: number])[] = [
  [/SquareMetres$|^squareMetres$/, 2],
  [/Millimetres$/, 1],
  [/Metres$|^metres$/, 2],
  [/Degrees$/, 1],
  [/^rotationArcseconds$/, 2],
];

/**
 * One sentence for the code of a finding, a reader's note, a reason or a refusal of the survey rules. What stands alone in
 * brackets and is not known is left out.
 */
export function tell(code: string, detail: Detail, language: Language): string {
  const sentence = words[code]?.[language === 'zh' ? 0 : 1];
  if (sentence === undefined) return code;
  const known = sentence.replace(/（\{(\w+)\}）| \(\{(\w+)\}\)/g, (aside, zh?: string, en?: string) =>
    (detail[zh ?? en ?? ''] ?? null) === null ? '' : aside,
  );
  return known.replace(/\{(\w+)\}/g, (_, name: string) => sayValue(name, detail[name] ?? null, language));
}

function sayValue(name: string, value: string | number | null, language: Language): string {
  if (value === null) return '–';
  if (typeof value === 'number') return sayNumber(name, value);
  if (name === 'entry') return sayEntry(value, language);
  if (name === 'datum') return sayDatum(value, language);
  if (name === 'datums')
    return value
      .split(', ')
      .map((one) => sayDatum(one, language))
      .join(language === 'zh' ? '、' : ', ');
  return values[value]?.[language === 'zh' ? 0 : 1] ?? value;
}

/** `code:A-01` is a parcel of the park, `feature:17` the eighteenth record of land in the file. */
function sayEntry(id: string, language: Language): string {
  const feature = /^feature:(\d+)$/.exec(id)?.[1];
  if (feature === undefined) return id.replace(/^code:/, '');
  const number = Number(feature) + 1;
  return language === 'zh' ? `第 ${number} 宗` : `shape ${number}`;
}

/** No more decimals than a surveyor would read, and no trailing zeros. */
function sayNumber(name: string, value: number): string {
  const count = decimals.find(([suffix]) => suffix.test(name))?.[1];
  return count === undefined ? String(value) : String(Number(value.toFixed(count)));
}

function sayDatum(value: string, language: Language): string {
  const datums = ['cgcs2000', 'xian80', 'beijing54', 'new-beijing', 'wgs84'] as const;
  const datum = datums.find((one) => one === value);
  return datum ? nameDatum(datum)[language] : value;
}
