import type { Day } from '../day.ts';
import type { Boundary, Gate, GateRecord, Parcel, ParcelRow } from '../parcel/schema.ts';
import type { Claim, Project } from '../project/schema.ts';
import type { Road, Stretch } from '../road/schema.ts';
import type { Work } from '../work/schema.ts';
import type { Payment, Section } from '../tender/schema.ts';
import type { Fund, Milestone, Park, Phase, PlanVersion, SurveyExtent, Target, Zone } from './schema.ts';

/** One row of the park's facts before and after a command; `null` is "not there". */
export type Change =
  | { readonly table: 'parcel'; readonly before: ParcelRow | null; readonly after: ParcelRow | null }
  | { readonly table: 'boundary'; readonly before: Boundary | null; readonly after: Boundary | null }
  | { readonly table: 'gate'; readonly before: GateRecord | null; readonly after: GateRecord | null }
  | { readonly table: 'stretch'; readonly before: Stretch | null; readonly after: Stretch | null }
  | { readonly table: 'work'; readonly before: Work | null; readonly after: Work | null }
  | { readonly table: 'project'; readonly before: Project | null; readonly after: Project | null }
  | { readonly table: 'claim'; readonly before: Claim | null; readonly after: Claim | null };

/**
 * The facts of one park that the rules read. The maps are changed only by `applyChanges`.
 * `parcels` have the area of their newest boundary; `parcelsOn` knows those of a day. `touched` holds, per subject
 * (`parcel:A-01`, `road:R0`, `work:W-01`, `project:P-01`, `land:parcels`), the last event that changed it.
 */
export interface ParkFacts {
  readonly park: Park;
  seq: number;
  readonly planVersions: readonly PlanVersion[];
  readonly phases: readonly Phase[];
  readonly zones: readonly Zone[];
  readonly surveys: readonly SurveyExtent[];
  readonly sections: readonly Section[];
  readonly payments: readonly Payment[];
  readonly milestones: readonly Milestone[];
  readonly targets: readonly Target[];
  readonly funds: readonly Fund[];
  readonly parcels: Map<string, Parcel>;
  readonly boundaries: Map<string, Map<string, Boundary>>;
  readonly roads: ReadonlyMap<string, Road>;
  readonly works: Map<string, Work>;
  readonly projects: Map<string, Project>;
  readonly gates: Map<string, Map<Gate, GateRecord>>;
  readonly stretches: Map<string, Map<string, Stretch>>;
  readonly claims: Map<string, Map<string, Claim>>;
  readonly touched: Map<string, number>;
}

export interface FactRows {
  readonly park: Park;
  readonly seq: number;
  readonly planVersions: readonly PlanVersion[];
  readonly phases: readonly Phase[];
  readonly zones: readonly Zone[];
  readonly surveys: readonly SurveyExtent[];
  readonly sections: readonly Section[];
  readonly payments: readonly Payment[];
  readonly milestones: readonly Milestone[];
  readonly targets: readonly Target[];
  readonly funds: readonly Fund[];
  readonly parcels: readonly Parcel[];
  /** A parcel that has none here has one of its area, for all days. */
  readonly boundaries?: readonly Boundary[];
  readonly roads: readonly Road[];
  readonly works: readonly Work[];
  readonly projects: readonly Project[];
  readonly gates: readonly GateRecord[];
  readonly stretches: readonly Stretch[];
  readonly claims: readonly Claim[];
  readonly touched: readonly (readonly [subject: string, seq: number])[];
}

/** What `knownUntil` found: every question asks it, and finding it reads all records. */
const knownDays = new WeakMap<ParkFacts, Day>();

/** Builds the facts of a park from its rows. */
export function parkFacts(rows: FactRows): ParkFacts {
  const facts: ParkFacts = {
    park: rows.park,
    seq: rows.seq,
    planVersions: [...rows.planVersions].sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1)),
    phases: rows.phases,
    zones: rows.zones,
    surveys: rows.surveys,
    sections: rows.sections,
    payments: rows.payments,
    milestones: rows.milestones,
    targets: rows.targets,
    funds: rows.funds,
    parcels: new Map(rows.parcels.map((parcel) => [parcel.code, parcel])),
    roads: new Map(rows.roads.map((road) => [road.code, road])),
    works: new Map(rows.works.map((work) => [work.code, work])),
    projects: new Map(rows.projects.map((project) => [project.code, project])),
    boundaries: new Map(),
    gates: new Map(),
    stretches: new Map(),
    claims: new Map(),
    touched: new Map(rows.touched),
  };
  for (const boundary of rows.boundaries ?? []) nested(facts.boundaries, boundary.parcel).set(boundary.id, boundary);
  for (const { code, twiceAreaSquareMillimetres } of rows.parcels) {
    if (facts.boundaries.has(code)) continue;
    const always = { id: code, parcel: code, fromOn: null, untilOn: null, twiceAreaSquareMillimetres };
    nested(facts.boundaries, code).set(code, always);
  }
  for (const gate of rows.gates) nested(facts.gates, gate.parcel).set(gate.gate, gate);
  for (const stretch of rows.stretches) nested(facts.stretches, stretch.road).set(stretch.id, stretch);
  for (const claim of rows.claims) nested(facts.claims, claim.parcel).set(claim.id, claim);
  return facts;
}

/** Applies the changes to the facts, in order. Marks nothing as touched: events do that. */
export function applyChanges(facts: ParkFacts, changes: readonly Change[]): void {
  knownDays.delete(facts);
  for (const change of changes) applyChange(facts, change);
}

/** The changes that take `changes` back, in the order to apply them. */
export function inverse(changes: readonly Change[]): Change[] {
  return changes.map((change) => ({ ...change, before: change.after, after: change.before }) as Change).reverse();
}

/** Touched by every change of the parcels' land, whatever parcel it is about. */
export const landSubject = 'land:parcels';

/** The last event that changed the parcels' land; 0 when none did. */
export function landVersion({ touched }: Pick<ParkFacts, 'touched'>): number {
  return touched.get(landSubject) ?? 0;
}

/** Everything that changes are about. */
export function subjectsOf(changes: readonly Change[]): string[] {
  const subjects = new Set(changes.map(subjectOf));
  if (changes.some(({ table }) => table === 'boundary')) subjects.add(landSubject);
  return [...subjects];
}

/** The thing a change is about; a command based on an older sight of it is stale. */
export function subjectOf(change: Change): string {
  switch (change.table) {
    case 'boundary':
    case 'gate':
    case 'claim':
      return `parcel:${rowOf(change).parcel}`;
    case 'stretch':
      return `road:${rowOf(change).road}`;
    case 'parcel':
    case 'work':
    case 'project':
      return `${change.table}:${rowOf(change).code}`;
  }
}

/** The row as it stands now, or null. */
export function currentRow(facts: ParkFacts, change: Change): Change['after'] {
  switch (change.table) {
    case 'parcel':
      return rowOfParcel(facts.parcels.get(rowOf(change).code));
    case 'boundary':
      return facts.boundaries.get(rowOf(change).parcel)?.get(rowOf(change).id) ?? null;
    case 'gate':
      return facts.gates.get(rowOf(change).parcel)?.get(rowOf(change).gate) ?? null;
    case 'stretch':
      return facts.stretches.get(rowOf(change).road)?.get(rowOf(change).id) ?? null;
    case 'claim':
      return facts.claims.get(rowOf(change).parcel)?.get(rowOf(change).id) ?? null;
    case 'work':
      return facts.works.get(rowOf(change).code) ?? null;
    case 'project':
      return facts.projects.get(rowOf(change).code) ?? null;
  }
}

/**
 * The last day whose facts are known: the park's reporting day, or the latest day anything was recorded for as done,
 * claimed or redrawn.
 */
export function knownUntil(facts: ParkFacts): Day {
  const found = knownDays.get(facts);
  if (found !== undefined) return found;
  const day = latestRecordedDay(facts);
  knownDays.set(facts, day);
  return day;
}

function latestRecordedDay(facts: ParkFacts): Day {
  let day = facts.park.dataAsOf;
  const see = (candidate: Day | null) => {
    if (candidate !== null && candidate > day) day = candidate;
  };
  for (const own of facts.boundaries.values()) {
    for (const { fromOn, untilOn } of own.values()) {
      see(fromOn);
      see(untilOn);
    }
  }
  for (const records of facts.gates.values()) for (const record of records.values()) see(record.doneOn);
  for (const records of facts.stretches.values()) for (const stretch of records.values()) see(stretch.doneOn);
  for (const claims of facts.claims.values()) for (const claim of claims.values()) see(claim.fromOn);
  for (const work of facts.works.values()) see(work.doneOn);
  for (const { stages, progress } of facts.projects.values()) {
    for (const { on } of stages) see(on);
    for (const { on } of progress) see(on);
  }
  return day;
}

function applyChange(facts: ParkFacts, change: Change): void {
  switch (change.table) {
    case 'parcel': {
      const { code } = rowOf(change);
      put(facts.parcels, code, change.after && { ...change.after, twiceAreaSquareMillimetres: 0 });
      return measure(facts, code);
    }
    case 'boundary': {
      const { parcel, id } = rowOf(change);
      put(nested(facts.boundaries, parcel), id, change.after);
      return measure(facts, parcel);
    }
    case 'gate': {
      const row = rowOf(change);
      return put(nested(facts.gates, row.parcel), row.gate, change.after);
    }
    case 'stretch': {
      const row = rowOf(change);
      return put(nested(facts.stretches, row.road), row.id, change.after);
    }
    case 'claim': {
      const row = rowOf(change);
      return put(nested(facts.claims, row.parcel), row.id, change.after);
    }
    case 'work':
      return put(facts.works, rowOf(change).code, change.after);
    case 'project':
      return put(facts.projects, rowOf(change).code, change.after);
  }
}

/** Gives a parcel the area of its newest boundary. */
function measure(facts: ParkFacts, code: string): void {
  const parcel = facts.parcels.get(code);
  if (!parcel) return;
  const boundaries = [...(facts.boundaries.get(code)?.values() ?? [])];
  const newest = boundaries.reduce<Boundary | null>(
    (last, one) => (last === null || (one.fromOn ?? '') > (last.fromOn ?? '') ? one : last),
    null,
  );
  facts.parcels.set(code, { ...parcel, twiceAreaSquareMillimetres: newest?.twiceAreaSquareMillimetres ?? 0 });
}

function rowOfParcel(parcel: Parcel | undefined): ParcelRow | null {
  if (!parcel) return null;
  const { twiceAreaSquareMillimetres: _, ...row } = parcel;
  return row;
}

function rowOf<C extends Change>(change: C): NonNullable<C['after']> {
  const row = change.after ?? change.before;
  if (row === null) throw new Error(`a change of ${change.table} has neither a before nor an after`);
  return row as NonNullable<C['after']>;
}

function put<K, V>(map: Map<K, V>, key: K, value: V | null): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}

function nested<K, V>(maps: Map<string, Map<K, V>>, key: string): Map<K, V> {
  let map = maps.get(key);
  if (!map) maps.set(key, (map = new Map<K, V>()));
  return map;
}
