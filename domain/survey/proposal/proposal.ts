import type { MultiPolygon } from '../../geometry/shapes.ts';
import type { ExistingParcel } from '../check/between/park-land.ts';

/** A parcel of the park with its boundary in millimetres; its code is the only one of its kind. */
export type PresentParcel = ExistingParcel;

/** A feature of a placed file, in millimetres of the park's grid. */
export interface IncomingParcel {
  /** Its index among the file's features: what entries call it by. */
  readonly feature: number;
  readonly code: string | null;
  readonly polygons: MultiPolygon;
  /** The check found fault with its shape (see `unsoundFeatures`). */
  readonly isUnsound: boolean;
}

/** held: the file speaks only of what it holds. whole: it is the whole park, and what it lacks is gone. */
export const importScopes = ['held', 'whole'] as const;
export type ImportScope = (typeof importScopes)[number];

export const proposalFaultCodes = [
  'proposal.code-missing',
  'proposal.code-taken',
  'proposal.code-twice',
  'proposal.code-elsewhere',
  'proposal.unsound',
  'proposal.overlaps-staying',
  'proposal.overlaps-incoming',
  'proposal.too-intricate',
  'proposal.needs-barred',
] as const;
export type ProposalFaultCode = (typeof proposalFaultCodes)[number];

export interface ProposalFault {
  readonly code: ProposalFaultCode;
  /** always: the entry cannot be accepted. choice: it can, when a person leaves out what it cannot go with. */
  readonly bars: 'always' | 'choice';
  /** Ids of the entries it cannot go with. */
  readonly others: readonly string[];
  readonly detail: Readonly<Record<string, string | number | null>>;
}

interface Entry {
  /** What a person's choice calls it by: `code:A-01` of a parcel the park has, `feature:17` of a new one. */
  readonly id: string;
  readonly faults: readonly ProposalFault[];
  /** Ids of entries that have to be accepted with it, or land would be covered twice or by nobody. */
  readonly needs: readonly string[];
}

interface Changed extends Entry {
  readonly feature: number;
  /** Codes of parcels, removed or reshaped, whose land it takes. */
  readonly from: readonly string[];
  /** Codes of parcels that stay and get a corner of its boundary. */
  readonly joins: readonly string[];
  /** How many corners of parcels that stay its boundary is given. */
  readonly ownCorners: number;
}

interface Found extends Entry {
  /** The parcel's code, which it keeps. */
  readonly code: string;
  /** What the file calls it, where that is another code; no renaming follows from it. */
  readonly fileCode: string | null;
  readonly feature: number;
}

/** The same rings, whatever their first corner, winding and order: nothing to accept. */
export interface SameParcel extends Found {
  readonly kind: 'same';
  readonly twiceSquareMillimetres: number;
}

export interface ReshapedParcel extends Found, Changed {
  readonly kind: 'reshaped';
  readonly matchedBy: 'code' | 'overlap';
  readonly beforeTwiceSquareMillimetres: number;
  readonly afterTwiceSquareMillimetres: number;
  readonly commonTwiceSquareMillimetres: number;
  /** The largest distance of a corner, old or new, from the other boundary; rounded. */
  readonly movedMillimetres: number;
  /** The boundaries differ by no more than rounding does. */
  readonly isRoundingOnly: boolean;
}

export interface AddedParcel extends Changed {
  readonly kind: 'added';
  readonly code: string | null;
  /** 0 when its shape cannot be measured. */
  readonly afterTwiceSquareMillimetres: number;
}

export interface RemovedParcel extends Entry {
  readonly kind: 'removed';
  readonly code: string;
  readonly beforeTwiceSquareMillimetres: number;
  /** How much of its land features take; the rest is nobody's afterwards. */
  readonly takenTwiceSquareMillimetres: number;
  /** Features that take its land. */
  readonly into: readonly number[];
}

export type ProposalEntry = SameParcel | ReshapedParcel | AddedParcel | RemovedParcel;

export interface ImportProposal {
  readonly scope: ImportScope;
  /** Parcels of the park by code, then added features by their index. */
  readonly entries: readonly ProposalEntry[];
}

export function idOfParcel(code: string): string {
  return `code:${code}`;
}

export function idOfFeature(feature: number): string {
  return `feature:${feature}`;
}

/** The order of codes in a proposal: by their characters, the same in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
