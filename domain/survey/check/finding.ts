import type { MultiPolygon, Point } from '../../geometry/shapes.ts';
import type { FilePlace, SurveyFeature } from '../survey-file.ts';
import type { Repair } from './repair/repair.ts';

export type FindingSeverity = 'error' | 'warning' | 'hint';

/** Every defect the check knows. The code is the message key and the name of its test. */
export const findingSeverities = {
  'no-land': 'error',
  'corner-not-finite': 'error',
  'corner-out-of-range': 'error',
  'ring-unclosed': 'warning',
  'ring-too-short': 'error',
  'duplicate-corner': 'warning',
  'near-corner': 'warning',
  spike: 'warning',
  'self-crossing': 'error',
  'self-touching': 'warning',
  'zero-area': 'error',
  'tiny-area': 'warning',
  'sliver-part': 'warning',
  'hole-winding': 'hint',
  'hole-outside': 'error',
  'hole-crossing-shell': 'error',
  'hole-in-hole': 'error',
  'holes-overlap': 'error',
  'duplicate-part': 'error',
  'parts-overlap': 'error',
  multipart: 'hint',
  'code-missing': 'warning',
  'code-duplicate': 'error',
  'code-unfit': 'warning',
  'declared-area': 'warning',
  'duplicate-feature': 'error',
  overlap: 'error',
  'gap-sliver': 'warning',
  'gap-enclosed': 'hint',
  't-junction': 'warning',
  'near-edge': 'warning',
  'near-corners': 'warning',
  'outside-outline': 'warning',
  'overlap-existing': 'error',
  'check-incomplete': 'warning',
} as const satisfies Readonly<Record<string, FindingSeverity>>;

export type FindingCode = keyof typeof findingSeverities;

/** A survey feature on the park's grid: rings of whole millimetres, not yet known to be sound. */
export interface PlacedFeature extends Pick<SurveyFeature, 'at' | 'code' | 'declaredArea'> {
  readonly polygons: MultiPolygon;
}

/** A corner in a feature; all of them count from 0, ring 0 is the outer ring of its part. */
export interface RingPlace {
  readonly part: number;
  readonly ring: number;
  readonly corner: number | null;
}

export interface SurveyFinding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** Index of the feature. */
  readonly feature: number;
  readonly at: FilePlace;
  /** What the file calls the feature. */
  readonly featureCode: string | null;
  /** Index of the other feature of a finding between two. */
  readonly other: number | null;
  readonly where: RingPlace | null;
  /** Millimetres east and north of the park's origin. */
  readonly place: Point | null;
  /** The numbers behind the code; the unit is in the name. */
  readonly detail: Readonly<Record<string, string | number | null>>;
  /** What would mend it without a decision of a person; null where there is none. */
  readonly repair: Repair | null;
}

/** What a rule has to say of a feature; the rest follows from the feature. */
export interface Flaw {
  readonly code: FindingCode;
  readonly feature: number;
  readonly other?: number;
  readonly where?: RingPlace;
  readonly place?: Point | null;
  readonly detail?: SurveyFinding['detail'];
  readonly repair?: Repair | null;
}

export type Report = (flaw: Flaw) => void;
