import { parcelOn, parcelsOn } from '../parcel/parcels-on.ts';
import { planInForce } from '../account/account.ts';
import { daysBetween, type AsOf, type Day } from '../day.ts';
import { expectedDays, type AssumedDelay, type ExpectedDay, type LatePlan } from '../parcel/expected-days.ts';
import { neededGates } from '../parcel/readiness.ts';
import { slippedPlans, type SlippedPlan } from '../parcel/slipped-plans.ts';
import type { Gate } from '../parcel/schema.ts';
import type { ParkFacts } from '../park/facts.ts';
import type { RoadLayer } from '../road/schema.ts';
import { liveClaim } from './live-claim.ts';

/** What is late by itself: a work, one layer of a road (all its late stretches), or a gate of all parcels of one document. */
export type LateThing =
  | { readonly kind: 'work'; readonly code: string }
  | {
      readonly kind: 'road';
      readonly code: string;
      readonly layer: RoadLayer;
      readonly fromMetres: number;
      readonly toMetres: number;
    }
  | { readonly kind: 'gate'; readonly code: string; readonly gate: Gate; readonly document: string | null };

export interface Stake {
  readonly parcels: readonly string[];
  /** Projects with a live claim on those parcels, each once. */
  readonly projects: readonly string[];
  /** Total investment of those projects. */
  readonly investmentYuan: number;
  readonly twiceAreaSquareMillimetres: number;
}

export interface LandAtRisk extends Stake {
  /** Whether it keeps land from supply; else only from being serviced. */
  readonly holdsSupply: boolean;
  readonly late: LateThing & {
    /** The first day it was planned for, and the last day it may be expected. */
    readonly plannedOn: Day;
    readonly slippedOn: Day;
    readonly lateDays: number;
    readonly isAssumed: boolean;
  };
}

/**
 * The chain late thing → parcels → projects → money, largest money first, then area, then days. A late thing holds a
 * parcel back when it moves a gate beyond the day by which plans alone would have made the parcel ready for supply, or
 * serviced; land that no plan leads to is held back by that alone. Assumed delays tell what they would cost.
 */
export function landAtRisk(facts: ParkFacts, asOf: AsOf, delays: readonly AssumedDelay[] = []): LandAtRisk[] {
  const things = new Map<string, { plans: SlippedPlan[]; parcels: Set<string>; holdsSupply: boolean }>();
  for (const plan of slippedPlans(facts, asOf, delays)) {
    if (!plan.because.some((cause) => keyOf(cause) === keyOf(plan.plan))) continue;
    const thing = things.get(keyOf(plan.plan));
    if (thing) thing.plans.push(plan);
    else things.set(keyOf(plan.plan), { plans: [plan], parcels: new Set(), holdsSupply: false });
  }
  if (things.size === 0) return [];
  const days = expectedDays(facts, asOf.knownOn, delays);
  const version = planInForce(facts, asOf.on).code;
  const forSupply = neededGates(facts.park);
  const forService = neededGates({ gatesForSupply: facts.park.gatesForService });
  for (const parcel of parcelsOn(facts, asOf.on)) {
    if (parcel.planVersion !== version) continue;
    const gates = days.ofGates(parcel);
    const keeps = (needed: ReadonlySet<Gate>) => new Set(holdingBack(needed, gates).map(keyOf));
    const supply = keeps(forSupply);
    for (const key of new Set([...supply, ...keeps(forService)])) {
      const thing = things.get(key);
      thing?.parcels.add(parcel.code);
      if (thing && supply.has(key)) thing.holdsSupply = true;
    }
  }
  return [...things.values()]
    .map(({ plans, parcels, holdsSupply }) => ({
      late: lateThing(plans, delays),
      holdsSupply,
      ...stakeOf(facts, [...parcels], asOf),
    }))
    .sort(bySize);
}

/** The parcels, projects and money of several risks together, each counted once. */
export function totalAtRisk(facts: ParkFacts, risks: readonly LandAtRisk[], asOf: AsOf): Stake {
  return stakeOf(facts, [...new Set(risks.flatMap(({ parcels }) => parcels))], asOf);
}

function holdingBack(gates: ReadonlySet<Gate>, days: ReadonlyMap<Gate, ExpectedDay>): LatePlan[] {
  const needed = [...gates].map((gate) => days.get(gate)!);
  if (needed.some(({ dueOn }) => dueOn === null)) return [];
  const readyOn = needed.reduce((last, { dueOn }) => (dueOn !== null && dueOn > last ? dueOn : last), '');
  return needed.flatMap(({ slippedOn, because }) => (slippedOn !== null && slippedOn > readyOn ? because : []));
}

function stakeOf(facts: ParkFacts, codes: readonly string[], asOf: AsOf): Stake {
  const parcels = codes.flatMap((code) => parcelOn(facts, code, asOf.on) ?? []);
  const claims = parcels.map(({ code }) => liveClaim(facts, code, asOf)?.project);
  const projects = [...new Set(claims.filter((project) => project !== undefined))];
  return {
    parcels: parcels.map(({ code }) => code),
    projects,
    investmentYuan: projects.reduce((sum, code) => sum + (facts.projects.get(code)?.totalInvestmentYuan ?? 0), 0),
    twiceAreaSquareMillimetres: parcels.reduce((sum, parcel) => sum + parcel.twiceAreaSquareMillimetres, 0),
  };
}

function keyOf(plan: LatePlan): string {
  switch (plan.kind) {
    case 'work':
      return `work:${plan.work}`;
    case 'stretch':
      return `road:${plan.stretch.road}/${plan.stretch.layer}`;
    case 'gate':
      return `gate:${plan.gate}/${plan.document ?? ''}`;
  }
}

function lateThing(plans: readonly SlippedPlan[], delays: readonly AssumedDelay[]): LandAtRisk['late'] {
  const daysLate = (plan: SlippedPlan) => daysBetween(plan.plannedOn, plan.slippedOn);
  const worst = plans.reduce((most, plan) => (daysLate(plan) > daysLate(most) ? plan : most));
  const { plannedOn, slippedOn } = worst;
  const lateDays = daysLate(worst);
  const thing = nameOf(plans.map(({ plan }) => plan));
  const isAssumed = delays.some(({ kind, code, days }) => days > 0 && kind === thing.kind && code === thing.code);
  return { ...thing, plannedOn, slippedOn, lateDays, isAssumed };
}

function nameOf(plans: readonly LatePlan[]): LateThing {
  const first = plans[0]!;
  if (first.kind === 'work') return { kind: 'work', code: first.work };
  if (first.kind === 'gate') {
    return { kind: 'gate', code: first.document ?? first.gate, gate: first.gate, document: first.document };
  }
  const stretches = plans.flatMap((plan) => (plan.kind === 'stretch' ? [plan.stretch] : []));
  return {
    kind: 'road',
    code: first.stretch.road,
    layer: first.stretch.layer,
    fromMetres: Math.min(...stretches.map(({ fromMetres }) => fromMetres)),
    toMetres: Math.max(...stretches.map(({ toMetres }) => toMetres)),
  };
}

function bySize(a: LandAtRisk, b: LandAtRisk): number {
  return (
    b.investmentYuan - a.investmentYuan ||
    b.twiceAreaSquareMillimetres - a.twiceAreaSquareMillimetres ||
    b.late.lateDays - a.late.lateDays ||
    (a.late.code < b.late.code ? -1 : 1)
  );
}
