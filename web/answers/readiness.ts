import type { Day } from '../../domain/day.ts';
import type { BatchStep } from '../../domain/parcel/approval-batches.ts';
import type { ReadinessState } from '../../domain/parcel/readiness.ts';
import type { Gate } from '../../domain/parcel/schema.ts';
import type { UtilitiesLabel } from '../../domain/parcel/utilities-label.ts';
import type { RoadLayer } from '../../domain/road/schema.ts';
import type { AccountFigure, AsOfAnswer, GateSource } from '../answers.ts';

export type LatePlan =
  | { kind: 'work'; code: string }
  | { kind: 'road'; code: string; layer: RoadLayer; fromMetres: number; toMetres: number }
  | { kind: 'gate'; code: string; gate: Gate; document: string | null };

export interface Stand {
  state: ReadinessState;
  on: Day | null;
  plannedOn: Day | null;
  isLate: boolean;
}

export type ReadinessGroup = AccountFigure & { state: ReadinessState; month: string | null; lateCount: number };
export type ReadinessListed = Stand & { code: string; waitsFor: readonly Gate[]; lacksPlan: readonly Gate[] };

export interface ReadinessAnswer extends AsOfAnswer {
  groups: readonly ReadinessGroup[];
  phases: readonly { phase: string; utilities: UtilitiesLabel | null }[];
  parcels: readonly ReadinessListed[];
}

export interface Blocker {
  gate: Gate;
  source: GateSource;
  sections: readonly string[];
  plannedOn: Day | null;
  slippedOn: Day | null;
  isLate: boolean;
  because: readonly LatePlan[];
}

export interface ParcelReadinessAnswer extends AsOfAnswer {
  readiness: Stand & { blockers: readonly Blocker[] };
  utilities: UtilitiesLabel;
  batch: (AccountFigure & { document: string; plannedOn: Day | null; doneOn: Day | null }) | null;
}

export interface BatchAnswer extends AccountFigure {
  document: string | null;
  plannedOn: Day | null;
  slippedOn: Day | null;
  doneOn: Day | null;
  reached: Record<BatchStep, AccountFigure>;
}

export interface BatchesAnswer extends AsOfAnswer {
  batches: readonly BatchAnswer[];
  total: Record<BatchStep, AccountFigure>;
}

export interface Stake {
  parcels: readonly string[];
  projects: readonly string[];
  investmentYuan: number;
  squareMetres: number;
}

export interface RiskAnswer extends Stake {
  holdsSupply: boolean;
  late: LatePlan & { plannedOn: Day; slippedOn: Day; lateDays: number; isAssumed: boolean };
}

export interface RisksAnswer extends AsOfAnswer {
  risks: readonly RiskAnswer[];
  total: Stake;
}
