import type { FindingCode, SurveyFinding } from '../check/finding.ts';

/** Findings that leave a shape without a land and an area to rely on. */
const shapeFaults: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'no-land',
  'corner-not-finite',
  'corner-out-of-range',
  'ring-too-short',
  'self-crossing',
  'zero-area',
  'hole-outside',
  'hole-crossing-shell',
  'hole-in-hole',
  'holes-overlap',
  'duplicate-part',
  'parts-overlap',
]);

/** Indices of features whose own shape is at fault. A check keeps only so many findings of a code (`findingsPerCode`). */
export function unsoundFeatures(findings: readonly SurveyFinding[]): Set<number> {
  return new Set(findings.filter(({ code }) => shapeFaults.has(code)).map(({ feature }) => feature));
}
