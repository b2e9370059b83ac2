import { refuseBeforePark } from '../park/began-on.ts';
import type { Rule } from '../park/decision.ts';
import { knownUntil, type Change, type ParkFacts } from '../park/facts.ts';
import { parcelState } from '../parcel/parcel-state.ts';
import { refuseNotThere } from '../parcel/refuse-not-there.ts';
import { isRefusal, refuse, type Refusal } from '../refusals.ts';
import { overlaps } from './live-claim.ts';
import { claimKinds, type AssignParcels, type Claim, type Project, type ProjectStage } from './schema.ts';
import { isBeyond, stageOn } from './stage.ts';

const stageOfClaim: Readonly<Record<Claim['kind'], ProjectStage | null>> = {
  hold: null,
  reservation: 'reserved',
  contract: 'contracted',
};

/**
 * Gives parcels to a project as hold, reservation or contract from a day on. The project's own claim on a parcel
 * is raised (hold → reservation → contract); its stage follows. A contract needs every gate for supply.
 * Refuses with project.unknown, parcel.unknown, parcel.not-there, parcel.claimed, parcel.not-ready, claim.unchanged, claim.downgrade,
 * claim.day-order, day.future, day.before-park.
 */
export const assignParcels: Rule<AssignParcels> = (facts, input, { today, newId }) => {
  const project = facts.projects.get(input.project);
  if (!project) return refuse('project.unknown', 'project', { project: input.project });
  const { fromOn, untilOn, startBy, finishBy } = input;
  if (fromOn > today) return refuse('day.future', 'fromOn', { day: fromOn, today });
  const early = refuseBeforePark(facts, fromOn, 'fromOn');
  if (early) return early;
  if (untilOn !== null && untilOn <= fromOn) return refuse('claim.day-order', 'untilOn', { fromOn, untilOn });
  if (startBy !== null && startBy < fromOn) return refuse('claim.day-order', 'startBy', { fromOn, startBy });
  if (finishBy !== null && finishBy < (startBy ?? fromOn)) {
    return refuse('claim.day-order', 'finishBy', { startBy: startBy ?? fromOn, finishBy });
  }
  const changes: Change[] = [];
  for (const parcel of new Set(input.parcels)) {
    const claims = claimParcel(facts, input, parcel, newId);
    if (isRefusal(claims)) return claims;
    changes.push(...claims);
  }
  const staged = stageChange(project, input);
  return { changes: staged ? [...changes, staged] : changes, effectiveOn: fromOn, reason: null };
};

function claimParcel(facts: ParkFacts, input: AssignParcels, code: string, newId: () => string): Change[] | Refusal {
  const parcel = facts.parcels.get(code);
  if (!parcel) return refuse('parcel.unknown', 'parcels', { parcel: code });
  const { project, kind, fromOn, untilOn, startBy, finishBy } = input;
  const gone = refuseNotThere(facts, code, { day: fromOn, field: 'parcels' });
  if (gone) return gone;
  const clashing = [...(facts.claims.get(code)?.values() ?? [])].filter((claim) =>
    overlaps(claim, { fromOn, untilOn }),
  );
  const foreign = clashing.find((claim) => claim.project !== project || claim.fromOn > fromOn);
  if (foreign) {
    return refuse('parcel.claimed', 'parcels', {
      parcel: code,
      project: foreign.project,
      kind: foreign.kind,
      fromOn: foreign.fromOn,
      untilOn: foreign.untilOn,
    });
  }
  const [own] = clashing;
  const isSame = own?.kind === kind && own.untilOn === untilOn;
  if (isSame && own.startBy === startBy && own.finishBy === finishBy)
    return refuse('claim.unchanged', 'kind', { parcel: code, kind });
  if (own && claimKinds.indexOf(kind) < claimKinds.indexOf(own.kind)) {
    return refuse('claim.downgrade', 'kind', { parcel: code, kind, live: own.kind });
  }
  if (kind === 'contract') {
    const known = knownUntil(facts);
    const { missing } = parcelState(facts, parcel, { on: fromOn, knownOn: known > fromOn ? known : fromOn });
    if (missing.length) return refuse('parcel.not-ready', 'parcels', { parcel: code, missing: missing.join(' ') });
  }
  const claim = { project, parcel: code, kind, fromOn, untilOn, startBy, finishBy };
  if (own?.fromOn === fromOn) return [{ table: 'claim', before: own, after: { ...claim, id: own.id } }];
  const opened: Change = { table: 'claim', before: null, after: { ...claim, id: newId() } };
  return own ? [{ table: 'claim', before: own, after: { ...own, untilOn: fromOn } }, opened] : [opened];
}

function stageChange(project: Project, input: AssignParcels): Change | null {
  const stage = stageOfClaim[input.kind];
  if (stage === null || !isBeyond(stage, stageOn(project, input.fromOn))) return null;
  const stages = [...project.stages, { stage, on: input.fromOn }];
  return { table: 'project', before: project, after: { ...project, stages } };
}
