import { UsageError } from '../usage-error.ts';

/** The park a person names, or the only one there is. Throws UsageError with those there are. */
export function choosePark(parks: readonly string[], asked: string | null): string {
  const codes = [...parks].sort();
  const chosen = asked ?? (codes.length === 1 ? codes[0] : undefined);
  if (chosen !== undefined && codes.includes(chosen)) return chosen;
  const why = asked === null ? 'Say which park with --park' : `There is no park ${asked}`;
  throw new UsageError(`${why}; there is ${codes.join(', ')}.`);
}
