export const choiceModes = ['replace', 'add', 'remove'] as const;
export type ChoiceMode = (typeof choiceModes)[number];

/** What is chosen after parcels are found: only them, them too, or all but them. The order of choosing is kept. */
export function combineChoice(chosen: readonly string[], found: readonly string[], mode: ChoiceMode): string[] {
  if (mode === 'replace') return [...new Set(found)];
  if (mode === 'add') return [...new Set([...chosen, ...found])];
  const gone = new Set(found);
  return chosen.filter((code) => !gone.has(code));
}

/** Within what is listed the chosen and the others change places; what is not listed stays as it is. */
export function invertChoice(chosen: readonly string[], listed: readonly string[]): string[] {
  const were = new Set(chosen);
  const turned = listed.filter((code) => !were.has(code));
  return [...combineChoice(chosen, listed, 'remove'), ...new Set(turned)];
}
