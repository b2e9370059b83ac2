import type { Step } from '../park/step.ts';
import { projectStages, type ClaimKind, type ProjectStage } from './stages.ts';

interface ProjectStanding {
  readonly code: string;
  readonly stage: ProjectStage | null;
  /** The claims that are live. */
  readonly claims: readonly { readonly parcel: string; readonly kind: ClaimKind }[];
}

/**
 * What is likely to happen next to a project: from talks to reserved land, from reserved land to the contract, then
 * building and production. Claims move the stage by themselves, so land comes before the stage it brings.
 */
export function projectSteps({ code, stage, claims }: ProjectStanding): Step[] {
  const of = (...kinds: ClaimKind[]) => claims.filter(({ kind }) => kinds.includes(kind)).map(({ parcel }) => parcel);
  const next = projectStages[stage === null ? 0 : projectStages.indexOf(stage) + 1];
  const stageStep: Step[] = next ? [{ act: 'record-stage', project: code, stage: next }] : [];
  const assign = (kind: ClaimKind, parcels: readonly string[]): Step => ({
    act: 'assign-parcels',
    parcels,
    kind,
    project: code,
  });
  const wishes = of('hold', 'reservation');
  const land: Step[] = [
    ...(wishes.length > 0 ? [assign('contract', wishes)] : []),
    assign('reservation', of('hold')),
    ...(wishes.length > 0 ? [{ act: 'release-parcels', parcels: wishes } as const] : []),
  ];
  const isLandNext = next === 'reserved' || next === 'contracted';
  return isLandNext ? [...land.slice(0, 1), ...stageStep, ...land.slice(1)] : [...stageStep, ...land];
}
