/** A sentence of the survey rules in both languages. */
export interface BothWords {
  readonly zh: string;
  readonly en: string;
}

/** A survey file as the server keeps it. */
export interface ImportFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly addedBy: string;
  readonly addedAt: string;
}

/** A system the numbers of a file may be in. */
export interface SystemCandidate {
  readonly system: number | 'local';
  readonly isSwapped: boolean;
  readonly droppedPrefix: number | null;
  readonly needsShift: boolean;
  readonly isCertain: boolean;
  readonly isBlocked: boolean;
  readonly distanceMetres: number | null;
  readonly outlineDegrees: readonly (readonly number[])[] | null;
  readonly reasons: readonly BothWords[];
  readonly warnings: readonly BothWords[];
}

export interface SurveyRepair {
  readonly key: string;
  readonly kind: string;
  readonly changeSquareMetres: number;
  readonly from: readonly number[] | null;
  readonly to: readonly number[] | null;
  readonly words: BothWords;
}

export interface SurveyFinding {
  readonly code: string;
  readonly severity: string;
  readonly feature: number;
  readonly featureCode: string | null;
  readonly line: number | null;
  readonly place: readonly number[] | null;
  readonly repair: SurveyRepair | null;
  readonly words: BothWords;
}

/** What a file would change of one parcel. */
export interface ImportEntry {
  readonly id: string;
  readonly kind: 'same' | 'reshaped' | 'added' | 'removed';
  readonly code: string | null;
  readonly fileCode: string | null;
  readonly feature: number | null;
  readonly beforeSquareMetres: number | null;
  readonly afterSquareMetres: number | null;
  readonly movedMillimetres: number | null;
  readonly isRoundingOnly: boolean;
  readonly from: readonly string[];
  readonly needs: readonly string[];
  /** Parcels that stay and get a corner of its boundary; how many corners of theirs it is given. */
  readonly joins: readonly string[];
  readonly ownCorners: number;
  readonly project: string | null;
  /** Gates recorded of the parcel, which it keeps. */
  readonly gates: number;
  readonly lacks: string | null;
  readonly faults: readonly {
    readonly code: string;
    readonly bars: string;
    readonly others: readonly string[];
    readonly words: BothWords;
  }[];
}

export interface PlacedAnswer {
  readonly features: number;
  readonly otherRecords: number;
  readonly faults: readonly { readonly code: string; readonly line: number | null; readonly corner: number }[];
  readonly findings: readonly SurveyFinding[];
  readonly counts: Readonly<Record<string, number>>;
  readonly repaired: readonly {
    readonly feature: number;
    readonly beforeSquareMetres: number;
    readonly afterSquareMetres: number;
  }[];
  readonly taken: readonly {
    readonly key: string;
    readonly kind: string;
    readonly feature: number;
    readonly featureCode: string | null;
    readonly words: BothWords;
  }[];
  readonly same: { readonly parcels: number; readonly squareMetres: number };
  readonly entries: readonly ImportEntry[];
}

export interface ExaminationAnswer {
  readonly import: ImportFile;
  readonly format: string;
  readonly encoding: string | null;
  readonly layers: readonly {
    readonly name: string;
    readonly features: number;
    readonly areas: number;
    readonly lines: number;
    readonly points: number;
    readonly isChosen: boolean;
  }[];
  readonly notes: readonly {
    readonly code: string;
    readonly severity: string;
    readonly line: number | null;
    readonly words: BothWords;
  }[];
  readonly candidates: readonly SystemCandidate[];
  readonly placed: PlacedAnswer | null;
}

export interface ImportProgress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}
