import type { Day } from '../day.ts';
import type { Step } from '../park/step.ts';
import type { ClaimKind } from '../project/stages.ts';
import { firstGap } from '../road/first-gap.ts';
import type { ProgressInterval } from '../road/progress.ts';
import type { Work } from '../work/schema.ts';
import type { GateSource } from './gate-states.ts';
import { orderedGates, type Gate, type ParcelStatus } from './gates.ts';

interface GateStanding {
  readonly gate: Gate;
  readonly required: boolean;
  readonly doneOn: Day | null;
  readonly source: GateSource;
}

export interface ParcelStanding {
  readonly code: string;
  readonly status: ParcelStatus;
  /** In pipeline order. */
  readonly gates: readonly GateStanding[];
  readonly claim: { readonly kind: ClaimKind; readonly project: string } | null;
}

/** What a parcel's derived gates follow from, as far as it is known. */
export interface Surroundings {
  /** Progress of the road-gate layer of the road the parcel opens to. */
  readonly frontage: readonly ProgressInterval[];
  readonly works: readonly Pick<Work, 'code' | 'plannedOn' | 'doneOn'>[];
}

/**
 * What is likely to be recorded next on a parcel: first the open gates that supply needs, in legal order, then what
 * its claim may become, then the gates supply does not need. A derived gate names the stretch or the work instead;
 * an ordered gate whose forerunner is open is not offered, nor a contract before every gate for supply is passed.
 */
export function parcelSteps(parcel: ParcelStanding, around: Surroundings): Step[] {
  const { gates } = parcel;
  const isOrdered = ({ gate }: GateStanding) => (orderedGates as readonly Gate[]).includes(gate);
  const lastNeeded = gates.findLastIndex((gate) => isOrdered(gate) && gate.required);
  const isNeeded = (gate: GateStanding, index: number) => gate.required || (isOrdered(gate) && index <= lastNeeded);
  const firstOrdered = gates.find((gate) => isOrdered(gate) && gate.doneOn === null);
  const open = gates
    .map((gate, index) => ({ gate, isNeeded: isNeeded(gate, index) }))
    .filter(({ gate }) => gate.doneOn === null && (!isOrdered(gate) || gate === firstOrdered));
  const stepsOf = (needed: boolean) =>
    open.filter((one) => one.isNeeded === needed).flatMap(({ gate }) => gateStep(parcel.code, gate, around));
  return [...stepsOf(true), ...claimSteps(parcel), ...stepsOf(false)];
}

function gateStep(parcel: string, { gate, source }: GateStanding, { frontage, works }: Surroundings): Step[] {
  if (source.kind === 'record') return [{ act: 'record-gate', parcels: [parcel], gate }];
  if (source.kind === 'road') {
    const { road, layer, fromMetres, toMetres } = source;
    const wanted = firstGap(frontage, { fromMetres, toMetres }) ?? { fromMetres, toMetres, side: 'full' };
    return [{ act: 'record-stretch', road, layer, ...wanted, opens: gate }];
  }
  const [first] = works
    .filter(({ code, doneOn }) => source.works.includes(code) && doneOn === null)
    .sort((a, b) => ((a.plannedOn ?? '9') < (b.plannedOn ?? '9') ? -1 : 1));
  return first ? [{ act: 'record-work', work: first.code, opens: gate }] : [];
}

function claimSteps({ code, status, gates, claim }: ParcelStanding): Step[] {
  const parcels = [code];
  const assign = (kind: ClaimKind): Step => ({
    act: 'assign-parcels',
    parcels,
    kind,
    project: claim?.project ?? null,
  });
  const isReady = gates.every(({ required, doneOn }) => !required || doneOn !== null);
  const contract = isReady ? [assign('contract')] : [];
  const release: Step = { act: 'release-parcels', parcels };
  if (claim === null) return [assign('reservation'), assign('hold'), ...contract];
  if (claim.kind === 'hold') return [assign('reservation'), ...contract, release];
  if (claim.kind === 'reservation') return [...contract, release];
  const stage = status === 'contracted' ? 'construction' : status === 'construction' ? 'production' : null;
  return [...(stage ? [{ act: 'record-stage', project: claim.project, stage } as const] : []), release];
}
