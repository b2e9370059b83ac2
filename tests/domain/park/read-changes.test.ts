import { expect, test } from 'vitest';
import type { Change } from '../../../domain/park/facts.ts';
import { readChanges } from '../../../domain/park/read-changes.ts';

const claim = { id: 'C-1', project: 'P-01', parcel: 'A-01', kind: 'hold', fromOn: '2007-11-01', untilOn: null };

test('an event written before contracts agreed days reads as one without them', () => {
  const old = [{ table: 'claim', before: null, after: claim }] as unknown as Change[];
  expect(readChanges(old)).toEqual([
    { table: 'claim', before: null, after: { ...claim, startBy: null, finishBy: null } },
  ]);
});

test('a row that is none of its table is broken, not guessed', () => {
  const broken = [{ table: 'claim', before: { ...claim, fromOn: 'soon' }, after: null }] as unknown as Change[];
  expect(() => readChanges(broken)).toThrow();
});
