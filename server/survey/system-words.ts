import { nameSystem } from '../../domain/survey/system/name-system.ts';
import { systemOf } from '../../domain/survey/system/systems.ts';
import type { Language } from '../../domain/survey/words/words.ts';

/** `EPSG:4527 CGCS2000 …` for a terminal. */
export function systemWords(system: number | 'local', language: Language): string {
  if (system === 'local') return language === 'zh' ? '地方独立坐标' : 'local numbers';
  const known = systemOf(system);
  return `EPSG:${system}${known ? ` ${nameSystem(known)[language]}` : ''}`;
}
