import { sourceNames } from './say/chinese-names.ts';
import type { ReportDocument, Source } from './document.ts';

/** One line of the annex 数字依据; `id` is its number, and its place in the yearly report (F1 … F19) where it has one. */
export interface Evidence {
  readonly id: string;
  readonly name: string;
  readonly wording: string;
  readonly exact: string;
  readonly asOf: string;
  readonly sources: string;
}

export const evidenceHead: readonly (readonly [key: keyof Evidence, title: string])[] = [
  ['id', '编号'],
  ['name', '内容'],
  ['wording', '表述'],
  ['exact', '准确值'],
  ['asOf', '截至'],
  ['sources', '依据'],
];

/** Every figure of a report with its exact value, its day and what it was computed from. */
export function listEvidence(report: ReportDocument): Evidence[] {
  return report.figures.map((figure, at) => ({
    id: [String(at + 1), /^F\d+/.exec(figure.id)?.[0] ?? []].flat().join(' '),
    name: figure.name,
    wording: figure.wording,
    exact: figure.exact,
    asOf: `${figure.on}${figure.isForecast ? '（预计）' : ''}`,
    sources: figure.sources.map((source) => saySource(source, report.park)).join('；') || '—',
  }));
}

function saySource({ park, kind, codes }: Source, own: string): string {
  return `${park === own ? '' : `${park} `}${sourceNames[kind]} ${shortenCodes(codes).join('、')}`;
}

/** Codes in a row told as a range: A-01, A-02, A-03 → `A-01～A-03`. */
export function shortenCodes(codes: readonly string[]): string[] {
  const rows: string[][] = [];
  for (const code of codes) {
    const row = rows.at(-1);
    if (row && isNext(row.at(-1)!, code)) row.push(code);
    else rows.push([code]);
  }
  return rows.flatMap((row) => (row.length > 2 ? [`${row[0]!}～${row.at(-1)!}`] : row));
}

function isNext(code: string, next: string): boolean {
  const [head, digits] = split(code);
  const [nextHead, nextDigits] = split(next);
  const isSame = head === nextHead && digits.length === nextDigits.length && digits !== '';
  return isSame && Number(nextDigits) === Number(digits) + 1;
}

function split(code: string): readonly [string, string] {
  const digits = /\d+$/.exec(code)?.[0] ?? '';
  return [code.slice(0, code.length - digits.length), digits];
}
