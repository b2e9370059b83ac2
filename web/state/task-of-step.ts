import type { Step } from '../../domain/park/step.ts';
import type { Task } from './task.ts';

/** The form of a step with everything the step knows filled in. */
export function taskOfStep(step: Step, basedOn: number): Task {
  switch (step.act) {
    case 'record-gate':
      return { kind: 'record-gate', parcels: [...step.parcels], gate: step.gate, basedOn };
    case 'record-stretch': {
      const { layer, side, fromMetres, toMetres } = step;
      return { kind: 'record-stretch', road: step.road, draft: { layer, side, fromMetres, toMetres }, basedOn };
    }
    case 'record-work':
      return { kind: 'record-work', work: step.work, basedOn };
    case 'assign-parcels':
      return { kind: 'assign-parcels', parcels: [...step.parcels], project: step.project, as: step.kind, basedOn };
    case 'release-parcels':
      return { kind: 'release-parcels', parcels: [...step.parcels], basedOn };
    case 'split-parcel':
      return { kind: 'split-parcel', parcel: step.parcel, basedOn };
    case 'record-stage':
      return { kind: 'record-stage', project: step.project, stage: step.stage, basedOn };
  }
}
