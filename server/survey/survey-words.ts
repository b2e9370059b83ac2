import { readFileSync, statSync } from 'node:fs';
import { systemOf } from '../../domain/survey/system/systems.ts';
import { UsageError } from '../usage-error.ts';
import { surveyLimits } from './limits.ts';

const { fileBytes: mostBytes } = surveyLimits;

/** The bytes of the file a person at the terminal names. Throws UsageError when it cannot be read or is too large. */
export function readSurveyFile(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > mostBytes) throw new UsageError(`${path} has ${size} bytes; ${mostBytes} are allowed.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  }
}

/** What `--crs` says, null when it is not said. Throws UsageError for a system that is not known here. */
export function systemNumber(crs: string | undefined): number | null {
  if (crs === undefined) return null;
  const number = Number(/^(?:EPSG:)?(\d{4,5})$/i.exec(crs)?.[1]);
  if (!systemOf(number)) throw new UsageError(`--crs is ${crs}; it must be a system known here, like EPSG:4527.`);
  return number;
}
