import { parcelOn } from '../parcel/parcels-on.ts';
import { daysBetween, type AsOf, type Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { heldLand } from './held-land.ts';
import { idleRules, levelOf, turnsOn, type IdleLevel, type IdleRules } from './idle-rules.ts';
import type { Claim, Project } from './schema.ts';
import { isBeyond } from './stage.ts';

export interface IdleClock {
  readonly project: string;
  readonly parcels: readonly string[];
  readonly twiceAreaSquareMillimetres: number;
  /** Not started by the agreed day, or started and stopped too early. */
  readonly why: 'not-started' | 'stopped';
  /** The day the clock began: the agreed start, or the first report of the standstill. */
  readonly since: Day;
  readonly days: number;
  readonly level: IdleLevel;
  readonly redOn: Day;
  readonly darkOn: Day;
  /** The government's own fault: the clock runs, nothing is taken. */
  readonly isExempt: boolean;
  readonly cause: Project['idleCause'];
}

export interface IdleLand {
  readonly rules: IdleRules;
  /** The rules are not in force yet on the day: the clocks are reckoned as if they were. */
  readonly isBeforeRules: boolean;
  /** The longest first. */
  readonly clocks: readonly IdleClock[];
}

/** The idle-land clocks of the contracts live on a day (standards 5.4); areas as twice square millimetres. */
export function idleLand(facts: ParkFacts, asOf: AsOf, rules: IdleRules = idleRules): IdleLand {
  const clocks = [...heldLand(facts, asOf)].flatMap(([code, { claims }]) => {
    const project = facts.projects.get(code);
    const contracts = claims.filter(({ kind }) => kind === 'contract');
    if (!project || contracts.length === 0) return [];
    const startedOn = firstStart(project, asOf.on);
    const started =
      startedOn === null ? notStarted(contracts, asOf.on) : stopped(facts, project, contracts, asOf, rules);
    return started.map((clock) => clockOf(facts, project, clock, asOf.on, rules));
  });
  clocks.sort((a, b) => b.days - a.days || (a.project < b.project ? -1 : 1));
  return { rules, isBeforeRules: asOf.on < rules.inForceFrom, clocks };
}

interface Begun {
  readonly why: IdleClock['why'];
  readonly since: Day;
  readonly claims: readonly Claim[];
}

function firstStart({ stages }: Project, on: Day): Day | null {
  const days = stages.filter(({ stage }) => isBeyond(stage, 'contracted')).map((entry) => entry.on);
  return days.filter((day) => day <= on).sort()[0] ?? null;
}

function notStarted(contracts: readonly Claim[], on: Day): Begun[] {
  const byDay = new Map<Day, Claim[]>();
  for (const claim of contracts) {
    if (claim.startBy === null || claim.startBy > on) continue;
    byDay.set(claim.startBy, [...(byDay.get(claim.startBy) ?? []), claim]);
  }
  return [...byDay].map(([since, claims]) => ({ why: 'not-started', since, claims }));
}

function stopped(
  facts: ParkFacts,
  project: Project,
  claims: readonly Claim[],
  { on, knownOn }: AsOf,
  rules: IdleRules,
): Begun[] {
  const reports = project.progress.filter((row) => row.on <= on && row.on <= knownOn);
  reports.sort((a, b) => (a.on < b.on ? -1 : 1));
  const lastMoving = reports.findLastIndex(({ isStopped }) => !isStopped);
  const first = reports[lastMoving + 1];
  const last = reports.at(-1);
  if (!first || !last) return [];
  const { developedShare, investedShare } = rules;
  const due = areaOf(facts, claims, on) * developedShare.numerator;
  const isUndeveloped = Math.round(last.developedSquareMetres * 2_000_000) * developedShare.denominator < due;
  const isUnpaid =
    last.investedYuan * investedShare.denominator < project.totalInvestmentYuan * investedShare.numerator;
  return isUndeveloped || isUnpaid ? [{ why: 'stopped', since: first.on, claims }] : [];
}

function clockOf(facts: ParkFacts, project: Project, begun: Begun, on: Day, rules: IdleRules): IdleClock {
  const { why, since, claims } = begun;
  const days = daysBetween(since, on);
  return {
    project: project.code,
    parcels: claims.map(({ parcel }) => parcel),
    twiceAreaSquareMillimetres: areaOf(facts, claims, on),
    why,
    since,
    days,
    level: levelOf(days, rules),
    ...turnsOn(since, rules),
    isExempt: project.idleCause === 'government',
    cause: project.idleCause,
  };
}

function areaOf(facts: ParkFacts, claims: readonly Claim[], on: Day): number {
  return claims.reduce((sum, { parcel }) => sum + (parcelOn(facts, parcel, on)?.twiceAreaSquareMillimetres ?? 0), 0);
}
