import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../domain/park/facts.ts';
import { parcelState } from '../../../domain/parcel/parcel-state.ts';
import { recordStage } from '../../../domain/project/record-stage.ts';
import type { ProjectStage, RecordStage } from '../../../domain/project/schema.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { tinyContext, tinyFacts, tinyProject } from '../../support/tiny-park.ts';

const stages: { stage: ProjectStage; on: string }[] = [
  { stage: 'planned', on: '2007-03-01' },
  { stage: 'negotiating', on: '2007-04-01' },
  { stage: 'contracted', on: '2007-07-01' },
];
const record = (change: Partial<RecordStage>, from = stages) => {
  const facts = tinyFacts({ projects: [{ ...tinyProject('P-01'), stages: from }] });
  const input = { project: 'P-01', stage: 'construction' as const, on: '2007-11-01', reason: null, ...change };
  const decision = recordStage(facts, input, tinyContext());
  if (isRefusal(decision)) return decision;
  applyChanges(facts, decision.changes);
  return facts.projects.get('P-01')!.stages.map(({ stage, on }) => `${stage} ${on}`);
};

describe('recording a stage', () => {
  test.each([
    ['project.unknown', { project: 'P-99' }],
    ['day.future', { on: '2026-11-24' }],
    ['stage.unchanged', { stage: 'contracted' }],
    ['stage.back', { stage: 'negotiating' }],
    ['stage.order', { on: '2007-06-01' }],
  ] as const)('refuses with %s', (code, change) => {
    expect(record(change)).toMatchObject({ refusal: code });
  });

  test('goes on, also by more than one stage', () => {
    expect(record({ stage: 'production' })).toEqual([
      'planned 2007-03-01',
      'negotiating 2007-04-01',
      'contracted 2007-07-01',
      'production 2007-11-01',
    ]);
  });

  test('goes back with a reason', () => {
    const back = record({ stage: 'negotiating', reason: '企业退出' });
    expect(back).toContain('contracted 2007-07-01');
    expect(back).toContain('negotiating 2007-11-01');
  });

  test('goes back on the very day: what was reached that day is taken away', () => {
    expect(record({ stage: 'negotiating', on: '2007-07-01', reason: '登记有误' })).toEqual([
      'planned 2007-03-01',
      'negotiating 2007-04-01',
      'negotiating 2007-07-01',
    ]);
  });

  test('an earlier day for the stage that follows corrects it', () => {
    expect(record({ stage: 'contracted', on: '2007-06-20' })).toEqual([
      'planned 2007-03-01',
      'negotiating 2007-04-01',
      'contracted 2007-06-20',
    ]);
  });

  test('before a step back any stage may lie', () => {
    const withdrawn = [...stages, { stage: 'negotiating' as const, on: '2007-10-01' }];
    expect(record({ stage: 'construction', on: '2007-09-01' }, withdrawn)).toContain('construction 2007-09-01');
  });

  test('land under contract shows the construction from its day on', () => {
    const facts = tinyFacts({
      claims: [
        {
          id: 'C',
          project: 'P-01',
          parcel: 'A-01',
          kind: 'contract',
          fromOn: '2007-06-01',
          untilOn: null,
          startBy: null,
          finishBy: null,
        },
      ],
    });
    const decision = recordStage(
      facts,
      { project: 'P-01', stage: 'construction', on: '2007-10-10', reason: null },
      tinyContext(),
    );
    if (isRefusal(decision)) throw new Error(decision.refusal);
    applyChanges(facts, decision.changes);
    const statusOn = (on: string) =>
      parcelState(facts, facts.parcels.get('A-01')!, { on, knownOn: '2007-11-30' }).status;
    expect([statusOn('2007-10-09'), statusOn('2007-10-10')]).toEqual(['contracted', 'construction']);
  });
});
