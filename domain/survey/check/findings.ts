import { findingSeverities, type FindingCode, type Flaw, type PlacedFeature, type SurveyFinding } from './finding.ts';

/** Collects findings: of every code as many as are kept, and how many there were. */
export class Findings {
  readonly counts = new Map<FindingCode, number>();
  readonly #found: SurveyFinding[] = [];
  readonly #features: readonly PlacedFeature[];
  readonly #mostPerCode: number;

  constructor(features: readonly PlacedFeature[], mostPerCode: number) {
    this.#features = features;
    this.#mostPerCode = mostPerCode;
  }

  readonly report = ({ code, feature, other, where, place, detail, repair }: Flaw): void => {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count > this.#mostPerCode) return;
    const { at, code: featureCode } = this.#features[feature]!;
    this.#found.push({
      code,
      severity: findingSeverities[code],
      feature,
      at,
      featureCode,
      other: other ?? null,
      where: where ? { part: where.part, ring: where.ring, corner: where.corner } : null,
      place: place ?? null,
      detail: detail ?? {},
      repair: repair ?? null,
    });
  };

  /** By feature, as they were found. */
  get sorted(): SurveyFinding[] {
    return this.#found.sort((a, b) => a.feature - b.feature);
  }
}
