import type { AsOf } from '../../domain/day.ts';
import { squareMetres } from '../../domain/geometry/area.ts';
import { approvalBatches, batchSteps, type BatchFigure, type BatchStep } from '../../domain/parcel/approval-batches.ts';
import type { AssumedDelay } from '../../domain/parcel/expected-days.ts';
import { readinessGroups } from '../../domain/parcel/readiness-groups.ts';
import { parcelReadiness, parkReadiness, type ParcelReadiness } from '../../domain/parcel/readiness.ts';
import { servedBy } from '../../domain/parcel/served-by.ts';
import type { Parcel } from '../../domain/parcel/schema.ts';
import { phaseUtilities, utilitiesLabel } from '../../domain/parcel/utilities-label.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import { landAtRisk, totalAtRisk, type Stake } from '../../domain/project/land-at-risk.ts';
import { refuse } from '../../domain/refusals.ts';
import { asOfFields } from '../http/as-of.ts';
import { withSquareMetres } from '../parks/queries.ts';
import { tellLatePlan } from './tell-late-plan.ts';

/** How far every parcel of the plan in force is from supply. */
export function readinessOf(facts: ParkFacts, asOf: AsOf) {
  const parcels = parkReadiness(facts, asOf);
  return {
    seq: facts.seq,
    ...asOfFields(asOf),
    groups: readinessGroups(facts, parcels).map(withSquareMetres),
    phases: facts.phases.map(({ code }) => ({ phase: code, utilities: phaseUtilities(facts, code, asOf) })),
    parcels: [...parcels].map(([code, readiness]) => ({
      code,
      ...stand(readiness),
      waitsFor: readiness.blockers.map(({ gate }) => gate),
      lacksPlan: readiness.blockers.filter(({ slippedOn }) => slippedOn === null).map(({ gate }) => gate),
    })),
  };
}

/** One parcel with what it waits for; refuses with parcel.unknown. */
export function readinessOfParcel(facts: ParkFacts, code: string, asOf: AsOf) {
  const parcel = facts.parcels.get(code);
  if (!parcel) return refuse('parcel.unknown', 'parcel', { parcel: code });
  const readiness = parcelReadiness(facts, parcel, asOf);
  const sections = servedBy(facts, parcel).sections.map((section) => section.code);
  return {
    seq: facts.seq,
    ...asOfFields(asOf),
    readiness: {
      ...stand(readiness),
      blockers: readiness.blockers.map(({ because, ...blocker }) => ({
        ...blocker,
        sections: blocker.gate === 'road' ? sections : [],
        because: because.map(tellLatePlan),
      })),
    },
    utilities: utilitiesLabel(readiness.reached),
    batch: batchOf(facts, parcel, asOf),
  };
}

/** The approval batches and how far their land has come, with the sums over all of them. */
export function batchesOf(facts: ParkFacts, asOf: AsOf) {
  const batches = approvalBatches(facts, asOf);
  return {
    seq: facts.seq,
    ...asOfFields(asOf),
    batches: batches.map(({ reached, ...batch }) => ({
      ...withSquareMetres(batch),
      reached: byStep((step) => withSquareMetres(reached[step])),
    })),
    total: byStep((step) => withSquareMetres(sumOf(batches.map(({ reached }) => reached[step])))),
  };
}

/** What is late and what hangs on it, also under assumed delays. */
export function risksOf(facts: ParkFacts, asOf: AsOf, delays: readonly AssumedDelay[]) {
  const risks = landAtRisk(facts, asOf, delays);
  return {
    seq: facts.seq,
    ...asOfFields(asOf),
    risks: risks.map(({ late, holdsSupply, ...stake }) => ({ late, holdsSupply, ...tellStake(stake) })),
    total: tellStake(totalAtRisk(facts, risks, asOf)),
  };
}

function stand({ state, on, plannedOn, isLate }: ParcelReadiness) {
  return { state, on, plannedOn, isLate };
}

function batchOf(facts: ParkFacts, parcel: Parcel, asOf: AsOf) {
  const document = facts.gates.get(parcel.code)?.get('approved')?.document ?? null;
  if (document === null) return null;
  const [batch] = approvalBatches(facts, asOf, document);
  if (!batch) return null;
  const { plannedOn, doneOn, codes, twiceAreaSquareMillimetres } = batch;
  return { document, plannedOn, doneOn, codes, squareMetres: squareMetres(twiceAreaSquareMillimetres) };
}

function byStep<T>(valueOf: (step: BatchStep) => T): Record<BatchStep, T> {
  return Object.fromEntries(batchSteps.map((step) => [step, valueOf(step)])) as Record<BatchStep, T>;
}

function sumOf(figures: readonly BatchFigure[]): BatchFigure {
  return {
    codes: figures.flatMap(({ codes }) => codes),
    twiceAreaSquareMillimetres: figures.reduce((sum, figure) => sum + figure.twiceAreaSquareMillimetres, 0),
  };
}

function tellStake({ parcels, projects, investmentYuan, twiceAreaSquareMillimetres }: Stake) {
  return { parcels, projects, investmentYuan, squareMetres: squareMetres(twiceAreaSquareMillimetres) };
}
