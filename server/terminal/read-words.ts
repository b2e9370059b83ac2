import { parseArgs } from 'node:util';
import { UsageError } from '../usage-error.ts';

interface Words<Name extends string> {
  readonly names: readonly string[];
  readonly options: Readonly<Partial<Record<Name, string>>>;
}

/** Splits the words after a command into names and `--option value`. Throws UsageError in one sentence. */
export function readWords<Name extends string = never>(
  words: readonly string[],
  usage: string,
  { names, options = [] }: { names: number; options?: readonly Name[] },
): Words<Name> {
  const described = Object.fromEntries(options.map((name) => [name, { type: 'string' as const }]));
  const read = () => parseArgs({ args: [...words], options: described, strict: true, allowPositionals: true });
  let parsed: ReturnType<typeof read>;
  try {
    parsed = read();
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new UsageError(`${why} Usage: ${usage}`);
  }
  if (parsed.positionals.length !== names) throw new UsageError(`Usage: ${usage}`);
  return { names: parsed.positionals, options: parsed.values as Words<Name>['options'] };
}
