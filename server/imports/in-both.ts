import { tell } from '../../domain/survey/words/tell.ts';

/** A sentence in both languages. */
export function inBoth(code: string, numbers: Readonly<Record<string, string | number | null>>) {
  return { zh: tell(code, numbers, 'zh'), en: tell(code, numbers, 'en') };
}
