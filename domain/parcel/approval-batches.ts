import { parcelsOn } from './parcels-on.ts';
import { planInForce } from '../account/account.ts';
import type { AsOf, Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { expectedDays, type ExpectedDays } from './expected-days.ts';
import { parcelState, type ParcelState } from './parcel-state.ts';
import type { Parcel } from './schema.ts';

/** How far the land of a batch has come, each step of it; they contain one another as the account's columns do. */
export const batchSteps = ['approved', 'acquired', 'levelled', 'available', 'given', 'unsupplied'] as const;
export type BatchStep = (typeof batchSteps)[number];

export interface BatchFigure {
  readonly codes: readonly string[];
  readonly twiceAreaSquareMillimetres: number;
}

export interface ApprovalBatch extends BatchFigure {
  /** Number of the approval; null gathers the parcels whose approval names none. */
  readonly document: string | null;
  /** The last planned day among its parcels. */
  readonly plannedOn: Day | null;
  /** The same with what is late; null when some parcel has no plan. */
  readonly slippedOn: Day | null;
  /** The day the last of its parcels was approved; null while one is not. */
  readonly doneOn: Day | null;
  /** `unsupplied` (批而未供): approved and without a contract. */
  readonly reached: Readonly<Record<BatchStep, BatchFigure>>;
}

/**
 * The approval batches (批次) as of a day: the parcels of the plan in force whose `approved` gate carries the same
 * document, planned ones too, by day; with `only`, that one. Areas are exact; Σ approved over all of them = the
 * account's approved column.
 */
export function approvalBatches(facts: ParkFacts, asOf: AsOf, only?: string): ApprovalBatch[] {
  const version = planInForce(facts, asOf.on).code;
  const days = expectedDays(facts, asOf.knownOn);
  const batches = new Map<string | null, Parcel[]>();
  for (const parcel of parcelsOn(facts, asOf.on)) {
    const record = facts.gates.get(parcel.code)?.get('approved');
    if (parcel.planVersion !== version || !record || (record.plannedOn === null && record.doneOn === null)) continue;
    if (only !== undefined && record.document !== only) continue;
    const batch = batches.get(record.document);
    if (batch) batch.push(parcel);
    else batches.set(record.document, [parcel]);
  }
  return [...batches]
    .map(([document, parcels]) => ({ document, ...batchOf(facts, parcels, { asOf, days }) }))
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}

function batchOf(facts: ParkFacts, parcels: readonly Parcel[], { asOf, days }: { asOf: AsOf; days: ExpectedDays }) {
  const states = parcels.map((parcel) => ({ parcel, state: parcelState(facts, parcel, asOf) }));
  const at = (step: BatchStep) => figure(states.filter(({ state }) => isAt[step](state)).map(({ parcel }) => parcel));
  const records = parcels.map(({ code }) => facts.gates.get(code)!.get('approved')!);
  const expected = parcels.map((parcel) => days.ofGates(parcel).get('approved')!);
  return {
    ...figure(parcels),
    plannedOn: last(records.map(({ plannedOn }) => plannedOn)),
    slippedOn: whole(expected.map(({ slippedOn }) => slippedOn)),
    doneOn: whole(records.map(({ doneOn }) => (doneOn !== null && doneOn <= asOf.knownOn ? doneOn : null))),
    reached: Object.fromEntries(batchSteps.map((step) => [step, at(step)])) as Record<BatchStep, BatchFigure>,
  };
}

const isGiven = ({ claim }: ParcelState) => claim?.kind === 'contract';

const isAt: Readonly<Record<BatchStep, (state: ParcelState) => boolean>> = {
  approved: ({ reached }) => reached.has('approved'),
  acquired: ({ reached }) => reached.has('acquired'),
  levelled: ({ reached }) => reached.has('levelled'),
  available: (state) => state.missing.length === 0 && !isGiven(state),
  given: isGiven,
  unsupplied: (state) => state.reached.has('approved') && !isGiven(state),
};

function figure(parcels: readonly Parcel[]): BatchFigure {
  return {
    codes: parcels.map(({ code }) => code),
    twiceAreaSquareMillimetres: parcels.reduce((sum, parcel) => sum + parcel.twiceAreaSquareMillimetres, 0),
  };
}

function dayOf({ doneOn, slippedOn, plannedOn }: Pick<ApprovalBatch, 'doneOn' | 'slippedOn' | 'plannedOn'>): Day {
  return doneOn ?? slippedOn ?? plannedOn ?? '';
}

function last(days: readonly (Day | null)[]): Day | null {
  return days.reduce((latest, day) => (day !== null && (latest === null || day > latest) ? day : latest), null);
}

function whole(days: readonly (Day | null)[]): Day | null {
  return days.includes(null) ? null : last(days);
}
