import { parseArgs } from 'node:util';
import { isDay, type Day } from '../../domain/day.ts';
import { usages } from '../terminal/usages.ts';
import { UsageError } from '../usage-error.ts';
import { fileFormats, type FileFormat } from './write-report.ts';

/** What a person at the terminal asks for. */
export interface ReportOrder {
  readonly park: string;
  readonly on: Day | null;
  readonly format: FileFormat;
  readonly isWeekly: boolean;
  /** Where to write; null: text goes to the terminal, an office file into the current folder. */
  readonly out: string | null;
  /** A running server to ask instead of the database. */
  readonly url: URL | null;
}

const options = {
  park: { type: 'string' },
  'as-of': { type: 'string' },
  format: { type: 'string', default: 'md' },
  weekly: { type: 'boolean', default: false },
  out: { type: 'string' },
  url: { type: 'string' },
} as const;

/** Reads the words after `report`. Throws UsageError in one sentence. */
export function readOrder(words: readonly string[]): ReportOrder {
  const values = parse(words);
  const { park, 'as-of': on = null, format, weekly: isWeekly, out = null } = values;
  if (park === undefined) throw new UsageError(`Say which park: ${usages.report}`);
  if (on !== null && !isDay(on)) throw new UsageError(`--as-of is ${on}; it must be a day written YYYY-MM-DD.`);
  const known = fileFormats.find((one) => one === format);
  if (!known) throw new UsageError(`--format is ${format}; it must be one of ${fileFormats.join(', ')}.`);
  if (isWeekly && known === 'xlsx') throw new UsageError('The weekly digest is written as md, docx or json.');
  return { park, on, format: known, isWeekly, out, url: values.url === undefined ? null : urlOf(values.url) };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, strict: true }).values;
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new UsageError(`${why} Usage: ${usages.report}`);
  }
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`--url is ${text}; it must be like http://127.0.0.1:8070.`);
  }
  return url;
}
