import type { PlannedLand } from '../../domain/parcel/new-parcel-row.ts';
import type { Gate, Parcel, ParcelRow } from '../../domain/parcel/schema.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { SurveyedPark } from '../../domain/survey/examine.ts';
import type { SurveyLimits } from '../survey/limits.ts';
import type { ReadOptions } from '../survey/read-bytes.ts';
import type { ExaminationProgress } from './examination-progress.ts';
import type { ImportFile } from './imports.ts';
import type { PackedLand } from '../survey/packed-land.ts';
import type { ImportLand, ImportQuestion } from './question.ts';

/** What an examining worker begins with. */
export interface ExamineStart {
  readonly bytes: Uint8Array;
  readonly options: ReadOptions;
  readonly limits: SurveyLimits;
  /** The number of the last question that is called off. */
  readonly calledOff: Int32Array<SharedArrayBuffer>;
}

/** The land of the park: the head first, the parcels in pieces behind it. */
export interface LandHead {
  readonly park: Omit<SurveyedPark, 'parcels'>;
  readonly plan: PlannedLand;
  readonly usedCodes: readonly string[];
}
export interface LandPiece {
  readonly fields: readonly Parcel[];
  readonly boundaries: PackedLand;
}

/** What is recorded of the parcels a file is about. */
export interface Recorded {
  /** Who holds a parcel on the day, by its code. */
  readonly holders: ReadonlyMap<string, string>;
  /** The gates a parcel has passed, by its code; without those that follow from others. */
  readonly gates: ReadonlyMap<string, readonly Gate[]>;
}

export type Asking =
  | { readonly kind: 'examine'; readonly question: ImportQuestion; readonly import: ImportFile; readonly of: Recorded }
  | { readonly kind: 'draw'; readonly question: ImportQuestion }
  | { readonly kind: 'choose'; readonly question: ImportQuestion; readonly chosen: ImportLand['chosen'] };

export type ToWorker =
  | { readonly kind: 'land'; readonly head: LandHead }
  | { readonly kind: 'parcels'; readonly piece: LandPiece }
  | { readonly kind: 'ask'; readonly number: number; readonly asking: Asking };

/** A boundary that is taken over from the file; `feature` null: of a neighbour that only gets corners of such. */
export type LandChange =
  | { readonly kind: 'reshaped'; readonly code: string; readonly feature: number | null }
  | { readonly kind: 'added'; readonly row: ParcelRow; readonly from: readonly string[]; readonly feature: number };

export type Answer =
  | { readonly kind: 'json'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'chosen'; readonly removed: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: ExaminationProgress }
  | { readonly kind: 'changes'; readonly changes: readonly LandChange[]; readonly boundaries: PackedLand }
  | { readonly kind: 'answer'; readonly number: number; readonly answer: Answer };
