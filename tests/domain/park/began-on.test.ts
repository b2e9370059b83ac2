import { describe, expect, test } from 'vitest';
import { recordGate } from '../../../domain/parcel/record-gate.ts';
import { beganOn, refuseBeforePark } from '../../../domain/park/began-on.ts';
import { assignParcels } from '../../../domain/project/assign-parcels.ts';
import { recordStage } from '../../../domain/project/record-stage.ts';
import { releaseParcels } from '../../../domain/project/release-parcels.ts';
import { recordStretch } from '../../../domain/road/record-stretch.ts';
import { recordWork } from '../../../domain/work/record-work.ts';
import { tinyContext, tinyFacts } from '../../support/tiny-park.ts';
import { manyPlans } from '../account/many-plans.ts';

test('a park began when its first plan came into force; earlier days are refused', () => {
  const facts = manyPlans();
  expect(beganOn(facts)).toBe('2006-07-18');
  expect(refuseBeforePark(facts, '2006-07-18', 'on')).toBeNull();
  expect(refuseBeforePark(facts, '2006-07-17', 'on')).toEqual({
    refusal: 'day.before-park',
    field: 'on',
    detail: { day: '2006-07-17', beganOn: '2006-07-18' },
  });
});

describe('recording something for a day before the park began', () => {
  const facts = tinyFacts();
  const day = '2007-01-31';
  const stretch = { road: 'R0', layer: 'base', side: 'full', fromMetres: 0, toMetres: 10, plannedOn: null } as const;
  const claim = {
    project: 'P-01',
    parcels: ['A-01'],
    kind: 'hold',
    untilOn: null,
    startBy: null,
    finishBy: null,
  } as const;
  test.each([
    ['doneOn', recordGate(facts, { parcels: ['B-01'], gate: 'acquired', doneOn: day, document: null }, tinyContext())],
    ['doneOn', recordStretch(facts, { ...stretch, doneOn: day }, tinyContext())],
    ['doneOn', recordWork(facts, { work: 'W-2', doneOn: day, plannedOn: null }, tinyContext())],
    ['fromOn', assignParcels(facts, { ...claim, parcels: ['A-01'], fromOn: day }, tinyContext())],
    ['on', releaseParcels(facts, { parcels: ['A-01'], on: day, reason: '退' }, tinyContext())],
    ['on', recordStage(facts, { project: 'P-01', stage: 'negotiating', on: day, reason: null }, tinyContext())],
  ])('is refused by its %s', (field, answer) => {
    expect(answer).toEqual({ refusal: 'day.before-park', field, detail: { day, beganOn: '2007-02-01' } });
  });
});
