import { refuse, type Refusal } from '../../../domain/refusals.ts';
import type { Language } from '../../../domain/survey/words/words.ts';
import { traitsOf, type ExportFormat } from './export-formats.ts';

export const exportEncodings = ['gbk', 'utf-8'] as const;
export type ExportEncoding = (typeof exportEncodings)[number];
export const exportLanguages = ['zh', 'en'] as const satisfies readonly Language[];

/** Which land is asked for in which form: the parcels of the codes, of the phase, or with neither all. */
export interface ExportOrder {
  readonly codes: readonly string[] | null;
  readonly phase: string | null;
  readonly format: ExportFormat;
  /** Null for the usual one of the format. */
  readonly encoding: ExportEncoding | null;
  readonly language: Language;
}

/** `A-01,A-02` as codes, each once; null when nothing is said. */
export function codesIn(text: string | undefined): readonly string[] | null {
  if (text === undefined) return null;
  const codes = text.split(',').map((code) => code.trim());
  return [...new Set(codes.filter((code) => code !== ''))];
}

/** The encoding that is asked for, or the usual one of the format: GBK where the bureaus' programs expect it. */
export function encodingOf({ format, encoding }: ExportOrder): ExportEncoding | Refusal {
  if (traitsOf(format).hasEncodings) return encoding ?? 'gbk';
  if (encoding !== 'gbk') return 'utf-8';
  return refuse('input.invalid', 'encoding', { message: `${format} is always written in UTF-8` });
}
