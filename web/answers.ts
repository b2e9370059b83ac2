import type { FeatureCollection, Geometry } from 'geojson';
import type { AccountColumn } from '../domain/account/account.ts';
import type { Cause } from '../domain/account/find-cause.ts';
import type { CommandName } from '../domain/access/roles.ts';
import type { Day } from '../domain/day.ts';
import type { Change } from '../domain/park/facts.ts';
import type { LandAccount, LandUse, Park, TargetMeasure } from '../domain/park/schema.ts';
import type { BatchStep } from '../domain/parcel/approval-batches.ts';
import type { ReadinessState } from '../domain/parcel/readiness.ts';
import type { Gate, ParcelStatus, Side } from '../domain/parcel/schema.ts';
import type { UtilitiesLabel } from '../domain/parcel/utilities-label.ts';
import type { IdleClock } from '../domain/project/idle-land.ts';
import type { IdleRules } from '../domain/project/idle-rules.ts';
import type { Claim, ClaimKind, Project, ProjectStage } from '../domain/project/schema.ts';
import type { Road, RoadLayer, Stretch } from '../domain/road/schema.ts';
import type { EarthVolumes } from '../domain/tender/earthwork.ts';
import type { Payment, Section } from '../domain/tender/schema.ts';
import type { TenderSavings } from '../domain/tender/tender-savings.ts';
import type { Work } from '../domain/work/schema.ts';

export type Bounds = [west: number, south: number, east: number, north: number];

export interface ParkListed {
  code: string;
  name: string;
  nameEn: string;
  county: string;
  countyEn: string;
  schematic: boolean;
  outlineSquareMetres: number;
  bounds: Bounds;
}

export interface Named {
  code: string;
  name: string;
  nameEn: string;
}

export interface PlanVersionAnswer extends Named {
  designer: string;
  inForceFrom: Day;
  standard: string;
  squareMetres: number;
}

export interface SurveyAnswer extends Named {
  scale: number;
  surveyedOn: Day;
  squareMetres: number;
  containsPlanVersions: readonly string[];
}

export interface ParkAnswer {
  park: Park;
  seq: number;
  knownUntil: Day;
  staffOpen: boolean;
  today: Day;
  planVersions: readonly PlanVersionAnswer[];
  inForce: string;
  phases: readonly (Named & { squareMetres: number })[];
  surveys: readonly SurveyAnswer[];
  landUses: readonly LandUse[];
  bounds: Bounds;
}

export interface ClaimSeen {
  id: string;
  kind: ClaimKind;
  project: string;
}

export interface ParcelState {
  code: string;
  status: ParcelStatus;
  claim: ClaimSeen | null;
  missing: readonly Gate[];
}

export interface LayerState {
  layer: RoadLayer;
  doneMetres: number;
  expectedMetres: number;
  intervals: readonly { fromMetres: number; toMetres: number; side: Side; state: 'done' | 'forecast' | 'planned' }[];
}

export interface RoadState {
  code: string;
  layers: readonly LayerState[];
}

export interface WorkState {
  code: string;
  reachedOn: Day | null;
  forecast: boolean;
}

export interface StateAnswer {
  seq: number;
  on: Day;
  known: Day;
  forecast: boolean;
  parcels: readonly ParcelState[];
  works: readonly WorkState[];
  roads: readonly RoadState[];
}

export interface AccountFigure {
  squareMetres: number;
  codes: readonly string[];
}

export interface AccountRow {
  phase: string | null;
  outlineSquareMetres: number;
  figures: Record<AccountColumn, AccountFigure>;
  balanceSquareMetres: number;
}

export interface AccountAnswer {
  seq: number;
  on: Day;
  known: Day;
  forecast: boolean;
  planVersion: string;
  epsg: number;
  rows: readonly AccountRow[];
}

export interface ParcelFields {
  code: string;
  planVersion: string;
  standard: string;
  landUse: string;
  phase: string;
  farMin: number | null;
  farMax: number | null;
  coverageMinPercent: number | null;
  greenMaxPercent: number | null;
  heightMaxMetres: number | null;
  access: { road: string; fromMetres: number; toMetres: number; side: 'left' | 'right' };
  squareMetres: number;
}

export interface ZoneFields {
  code: string;
  planVersion: string;
  standard: string;
  landUse: string;
  phase: string | null;
  account: LandAccount;
  squareMetres: number;
}

export type GateSource =
  | { kind: 'record' }
  | { kind: 'road'; road: string; fromMetres: number; toMetres: number; layer: RoadLayer }
  | { kind: 'work'; works: readonly string[] };

export interface GateAnswer {
  gate: Gate;
  required: boolean;
  reachedOn: Day | null;
  plannedOn: Day | null;
  doneOn: Day | null;
  forecast: boolean;
  document: string | null;
  source: GateSource;
}

export interface ParcelAnswer {
  seq: number;
  parcel: ParcelFields & { status: ParcelStatus; missing: readonly Gate[] };
  gates: readonly GateAnswer[];
  claims: readonly Claim[];
}

export interface Served {
  parcel: string;
  fromMetres: number;
  toMetres: number;
  side: 'left' | 'right';
  reachedOn: Day | null;
}

export interface RoadAnswer {
  seq: number;
  road: Road;
  layers: readonly LayerState[];
  stretches: readonly Stretch[];
  serves: readonly Served[];
}

export type RoadListed = Road & { layers: readonly LayerState[] };
export type ProjectListed = Project & {
  stage: ProjectStage | null;
  claims: readonly Claim[];
  heldSquareMetres: number;
  totalYuanPerMu: number | null;
  fixedYuanPerMu: number | null;
};

export interface MilestoneAnswer extends Named {
  on: Day;
  kind: 'plan' | 'survey' | 'design' | 'works' | 'other';
}

export interface TargetAnswer extends Named {
  year: number;
  quantity: number | null;
  unit: string | null;
  unitEn: string | null;
  measure: TargetMeasure | null;
  measuredOn: Day;
  forecast: boolean;
  actual: {
    quantity: number | null;
    codes: readonly string[];
    left: readonly string[];
    squareMetres: number | null;
    metres: { done: number; wanted: number } | null;
  } | null;
}

export interface FundAnswer {
  code: string;
  year: number;
  source: string;
  sourceEn: string;
  plannedYuan: number;
  receipts: readonly { on: Day; amountYuan: number }[];
  receivedYuan: number;
}

export interface EventAnswer {
  seq: number;
  id: string;
  actor: string;
  recordedAt: string;
  effectiveOn: Day;
  command: CommandName;
  input: unknown;
  subjects: readonly string[];
  changes: readonly Change[];
  reason: string | null;
  undoes: number | null;
  undoneBy: number | null;
}

export interface EffectColumn {
  column: AccountColumn;
  beforeSquareMetres: number;
  afterSquareMetres: number;
}

export interface CommandAnswer {
  seq: number;
  event: EventAnswer | null;
  changes: readonly Change[];
  moved: readonly { parcel: string; before: ParcelStatus; after: ParcelStatus }[];
  effect: { on: Day; known: Day; rows: readonly { phase: string | null; columns: readonly EffectColumn[] }[] };
  roads: readonly { road: string; layer: RoadLayer; beforeMetres: number; afterMetres: number; lengthMetres: number }[];
}

export type { Claim, Payment, Section, Stretch, Work };
export type Layer<Fields> = FeatureCollection<Geometry, Fields>;

interface AsOfAnswer {
  seq: number;
  on: Day;
  known: Day;
  forecast: boolean;
}

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

export type SectionListed = Section & {
  isLet: boolean;
  volumes: EarthVolumes | null;
  paidYuan: number;
  dueYuan: number | null;
};

export interface SectionsAnswer extends AsOfAnswer {
  sections: readonly SectionListed[];
  tenders: TenderSavings;
  earthwork: EarthVolumes & { readonly sections: readonly string[] };
  payments: { paidYuan: number; outsideSectionsYuan: number; dueYuan: number };
}

export interface TargetsAnswer extends AsOfAnswer {
  targets: readonly TargetAnswer[];
}

export interface FundsAnswer extends AsOfAnswer {
  funds: readonly FundAnswer[];
  years: readonly { year: number; plannedYuan: number; receivedYuan: number }[];
}

export interface ProjectSum {
  projects: readonly string[];
  totalInvestmentYuan: number;
  fixedInvestmentYuan: number;
  wantedSquareMetres: number;
  heldSquareMetres: number;
  totalYuanPerMu: number | null;
  fixedYuanPerMu: number | null;
}

export interface PipelineAnswer extends AsOfAnswer {
  total: ProjectSum;
  stages: readonly (ProjectSum & { stage: ProjectStage })[];
  clusters: readonly (ProjectSum & {
    cluster: string;
    clusterEn: string;
    kind: Project['kind'];
    stages: Record<ProjectStage, number>;
  })[];
  officers: readonly (ProjectSum & { officer: string; stages: Record<ProjectStage, number> })[];
}

export type IdleClockAnswer = Omit<IdleClock, 'twiceAreaSquareMillimetres'> & { squareMetres: number };

export interface IdleLandAnswer extends AsOfAnswer {
  rules: IdleRules;
  isBeforeRules: boolean;
  clocks: readonly IdleClockAnswer[];
}

/** An area and the number of parcels (in land columns: zones) that make it up. */
export interface AreaAmount {
  squareMetres: number;
  count: number;
}

export interface CurvePoint {
  on: Day;
  forecast: boolean;
  planVersion: string;
  columns: Record<AccountColumn, AreaAmount>;
  statuses: Record<ParcelStatus, AreaAmount>;
}

export interface CurveAnswer {
  seq: number;
  known: Day;
  phase: string | null;
  epsg: number;
  points: readonly CurvePoint[];
}

export interface MovedAnswer {
  kind: 'parcel' | 'zone';
  code: string;
  squareMetres: number;
  cause: Cause;
}

export interface ColumnCompared {
  before: AreaAmount;
  after: AreaAmount;
  differenceSquareMetres: number;
  entered: readonly MovedAnswer[];
  left: readonly MovedAnswer[];
}

export interface ComparisonAnswer {
  seq: number;
  known: Day;
  from: { on: Day; forecast: boolean; planVersion: string };
  to: { on: Day; forecast: boolean; planVersion: string };
  epsg: number;
  rows: readonly { phase: string | null; columns: Record<AccountColumn, ColumnCompared> }[];
}
