import { parseArgs } from 'node:util';
import { isDay, type Day } from '../../../domain/day.ts';
import { usages } from '../../terminal/usages.ts';
import { UsageError } from '../../usage-error.ts';
import { exportFormatNames, exportFormats, type ExportFormat } from './export-formats.ts';
import { codesIn, exportEncodings, exportLanguages, type ExportOrder } from './export-order.ts';

/** What a person at the terminal asks for. */
export interface TerminalOrder extends ExportOrder {
  readonly file: string;
  /** Null: the only park there is. */
  readonly park: string | null;
  readonly on: Day | null;
  readonly isForced: boolean;
}

const options = {
  park: { type: 'string' },
  format: { type: 'string' },
  encoding: { type: 'string' },
  codes: { type: 'string' },
  phase: { type: 'string' },
  on: { type: 'string' },
  lang: { type: 'string', default: 'zh' },
  force: { type: 'boolean', default: false },
} as const;

/** Reads the words after `export`. Throws UsageError in one sentence. */
export function readOrder(words: readonly string[]): TerminalOrder {
  const { values, positionals } = parse(words);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(`Say which file to write: ${usages.export}`);
  const { park = null, on = null, phase = null, encoding } = values;
  if (on !== null && !isDay(on)) throw new UsageError(`--on is ${on}; it must be a day written YYYY-MM-DD.`);
  return {
    file,
    park,
    on,
    phase,
    codes: codesIn(values.codes),
    format: values.format === undefined ? formatByEnding(file) : oneOf('format', values.format, exportFormatNames),
    encoding: encoding === undefined ? null : oneOf('encoding', encoding.toLowerCase(), exportEncodings),
    language: oneOf('lang', values.lang, exportLanguages),
    isForced: values.force,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: true });
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new UsageError(`${why} Usage: ${usages.export}`);
  }
}

function oneOf<Value extends string>(option: string, given: string, known: readonly Value[]): Value {
  const found = known.find((one) => one === given);
  if (found !== undefined) return found;
  throw new UsageError(`--${option} is ${given}; it must be one of ${known.join(', ')}.`);
}

function formatByEnding(file: string): ExportFormat {
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  const found = exportFormatNames.find((format) => exportFormats[format].extension === ending);
  if (found) return found;
  const known = exportFormatNames.map((format) => `.${exportFormats[format].extension}`);
  throw new UsageError(`${file} does not end in ${known.join(', ')}; say which with --format.`);
}
