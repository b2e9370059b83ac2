import { describe, expect, it } from 'vitest';
import { projectSteps } from '../../../domain/project/next-steps.ts';
import { projectStages, type ClaimKind, type ProjectStage } from '../../../domain/project/stages.ts';

const steps = (stage: ProjectStage | null, ...claims: [parcel: string, kind: ClaimKind][]) =>
  projectSteps({ code: 'P-01', stage, claims: claims.map(([parcel, kind]) => ({ parcel, kind })) });

describe('projectSteps', () => {
  it('goes to talks first, then reserves land', () => {
    expect(steps(null)[0]).toEqual({ act: 'record-stage', project: 'P-01', stage: 'planned' });
    expect(steps('planned')[0]).toEqual({ act: 'record-stage', project: 'P-01', stage: 'negotiating' });
    expect(steps('negotiating')[0]).toMatchObject({ act: 'assign-parcels', kind: 'reservation', parcels: [] });
  });
  it('turns the land it wished for into a contract, all of it at once', () => {
    expect(steps('reserved', ['A-01', 'reservation'], ['A-02', 'hold'], ['A-03', 'contract'])[0]).toEqual({
      act: 'assign-parcels',
      project: 'P-01',
      kind: 'contract',
      parcels: ['A-01', 'A-02'],
    });
  });
  it('follows a contract into building and production', () => {
    expect(steps('contracted', ['A-01', 'contract'])[0]).toMatchObject({ stage: 'construction' });
    expect(steps('construction', ['A-01', 'contract'])[0]).toMatchObject({ stage: 'production' });
  });
  it('offers the next stage at every stage but the last, and more land always', () => {
    for (const [index, stage] of projectStages.entries()) {
      const offered = steps(stage);
      const stages = offered.flatMap((step) => (step.act === 'record-stage' ? [step.stage] : []));
      expect(stages).toEqual(index + 1 < projectStages.length ? [projectStages[index + 1]] : []);
      expect(offered.some(({ act }) => act === 'assign-parcels')).toBe(true);
    }
  });
});
