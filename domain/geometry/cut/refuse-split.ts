/** Why land is not divided, merged or redrawn. */
export const splitRefusals = [
  'split.not-crossing',
  'split.ends-inside',
  'split.line-crosses-itself',
  'split.sides-unclear',
  'split.too-narrow',
  'split.several-pieces',
  'split.no-direction',
  'split.area-not-positive',
  'split.area-too-large',
  'split.area-not-reached',
  'split.frontage-too-short',
  'split.depth-too-short',
  'merge.not-adjacent',
  'merge.overlap',
  'corner.unknown',
  'corner.unmoved',
  'corner.self-crossing',
  'corner.no-area',
  'corner.turned',
  'corner.overlap',
] as const;

export type SplitRefusalCode = (typeof splitRefusals)[number];

/** The numbers behind a refusal; units are in the names, places are millimetres of the grid. */
export interface SplitRefusal {
  readonly refusal: SplitRefusalCode;
  readonly detail: Readonly<Record<string, number>>;
}

export function refuseSplit(refusal: SplitRefusalCode, detail: Readonly<Record<string, number>> = {}): SplitRefusal {
  return { refusal, detail };
}

export function isSplitRefusal(value: object): value is SplitRefusal {
  return 'refusal' in value;
}
