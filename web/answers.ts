import type { FeatureCollection, Geometry } from 'geojson';
import type { AccountColumn } from '../domain/account/account.ts';
import type { CommandName } from '../domain/access/roles.ts';
import type { Day } from '../domain/day.ts';
import type { Change } from '../domain/park/facts.ts';
import type { LandAccount, LandUse, Park, TargetMeasure } from '../domain/park/schema.ts';
import type { Gate, ParcelStatus, Side } from '../domain/parcel/schema.ts';
import type { Claim, ClaimKind, Project, ProjectStage } from '../domain/project/schema.ts';
import type { RefusalCode, RefusalDetail } from '../domain/refusals.ts';
import type { Road, RoadLayer, Stretch } from '../domain/road/schema.ts';
import type { Payment, Section } from '../domain/tender/schema.ts';
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
  /** The last event that changed the boundaries of parcels. */
  landVersion: number;
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
  /** The days on which this boundary holds: `fromOn <= day < untilOn`. */
  fromOn: Day | null;
  untilOn: Day | null;
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
  parcel: Omit<ParcelFields, 'fromOn' | 'untilOn'> & { status: ParcelStatus; missing: readonly Gate[] };
  gates: readonly GateAnswer[];
  boundaries: readonly { fromOn: Day | null; untilOn: Day | null; squareMetres: number }[];
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
  actorId: string | null;
  recordedAt: string;
  effectiveOn: Day;
  command: CommandName;
  input: unknown;
  subjects: readonly string[];
  changes: readonly Change[];
  reason: string | null;
  documents: readonly string[];
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
  /** The parcels that a partial preview left out. */
  refused: readonly RefusedParcel[];
}

export interface RefusedParcel {
  parcel: string;
  code: RefusalCode;
  field: string | null;
  detail: RefusalDetail;
}

export type { Claim, Payment, Section, Stretch, Work };
export type Layer<Fields> = FeatureCollection<Geometry, Fields> & { landVersion?: number };

export interface AsOfAnswer {
  seq: number;
  on: Day;
  known: Day;
  forecast: boolean;
}
