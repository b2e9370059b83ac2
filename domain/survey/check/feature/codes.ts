import type { PlacedFeature, Report } from '../finding.ts';

/** Tells features without a code, with a code another feature has, and with one that does not fit the park's way of numbering. */
export function checkCodes(features: readonly PlacedFeature[], fits: (code: string) => boolean, report: Report): void {
  const first = new Map<string, number>();
  features.forEach(({ code: raw }, feature) => {
    const code = raw?.trim() ?? '';
    if (code === '') return report({ code: 'code-missing', feature });
    const earlier = first.get(code);
    if (earlier === undefined) first.set(code, feature);
    else report({ code: 'code-duplicate', feature, other: earlier, detail: { code } });
    if (!fits(code)) report({ code: 'code-unfit', feature, detail: { code } });
  });
}
