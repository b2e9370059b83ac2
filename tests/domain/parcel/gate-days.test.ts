import { expect, test } from 'vitest';
import type { Gate, GateRecord } from '../../../domain/parcel/schema.ts';
import { gateDays } from '../../../domain/parcel/gate-states.ts';
import { tinyFacts } from '../../support/tiny-park.ts';

type Days = readonly [plannedOn: string | null, doneOn: string | null];

/** The first days on which approval, acquisition and levelling of A-01 count in the eyes of the end of November 2007. */
function firstDays(gates: Partial<Record<Gate, Days>>): Record<string, string | null> {
  const records = Object.entries(gates).map(([gate, [plannedOn, doneOn]]) => ({
    parcel: 'A-01',
    gate: gate as Gate,
    plannedOn,
    doneOn,
    document: null,
  }));
  const facts = tinyFacts({ gates: records satisfies GateRecord[] });
  const days = gateDays(facts, facts.parcels.get('A-01')!, '2007-11-30');
  return Object.fromEntries(days.filter(({ gate }) => gate in gates).map(({ gate, countsFrom }) => [gate, countsFrom]));
}

test('a gate counts from the day it was done, else from the day it is planned for', () => {
  expect(firstDays({ approved: ['2007-02-01', '2007-03-01'], acquired: ['2008-01-01', null] })).toEqual({
    approved: '2007-03-01',
    acquired: '2008-01-01',
  });
});
test('what was done after the known day is a plan yet', () => {
  expect(firstDays({ approved: ['2008-02-01', '2007-12-01'] })).toEqual({ approved: '2008-02-01' });
  expect(firstDays({ approved: [null, '2007-12-01'] })).toEqual({ approved: null });
});
test('a late plan counts from the first day that is not known', () => {
  expect(firstDays({ approved: ['2007-09-01', null], telecom: ['2007-11-30', null] })).toEqual({
    approved: '2007-12-01',
    telecom: '2007-12-01',
  });
});
test('acquisition and levelling never count before approval, telecom does', () => {
  const gates = {
    acquired: [null, '2007-05-01'],
    levelled: ['2007-12-15', null],
    telecom: [null, '2007-04-01'],
  } as const;
  expect(firstDays({ approved: ['2008-03-01', null], ...gates })).toEqual({
    approved: '2008-03-01',
    acquired: '2008-03-01',
    levelled: '2008-03-01',
    telecom: '2007-04-01',
  });
  expect(firstDays(gates)).toEqual({ acquired: null, levelled: null, telecom: '2007-04-01' });
});
