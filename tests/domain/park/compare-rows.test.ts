import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRows, isTheirs, settleRow } from '../../../domain/park/compare-rows.ts';
import type { Decision } from '../../../domain/park/decision.ts';
import { applyChanges, currentRow, inverse, type Change, type ParkFacts } from '../../../domain/park/facts.ts';
import { recordGate } from '../../../domain/parcel/record-gate.ts';
import { assignParcels } from '../../../domain/project/assign-parcels.ts';
import { recordStage } from '../../../domain/project/record-stage.ts';
import { releaseParcels } from '../../../domain/project/release-parcels.ts';
import { isRefusal, type Refusal } from '../../../domain/refusals.ts';
import { recordStretch } from '../../../domain/road/record-stretch.ts';
import { recordWork } from '../../../domain/work/record-work.ts';
import { tinyContext, tinyFacts } from '../../support/tiny-park.ts';

type Command = (facts: ParkFacts) => Decision | Refusal;
const context = tinyContext();

const telecom =
  (doneOn: string, document: string | null = null, parcels = ['A-01']): Command =>
  (facts) =>
    recordGate(facts, { parcels, gate: 'telecom', doneOn, document }, context);
const stretch =
  (fromMetres: number, toMetres: number, doneOn = '2007-12-01'): Command =>
  (facts) =>
    recordStretch(
      facts,
      { road: 'R0', layer: 'pipes', side: 'full', fromMetres, toMetres, doneOn, plannedOn: null },
      context,
    );
const assign =
  (kind: 'hold' | 'reservation', fromOn: string, untilOn: string | null = null): Command =>
  (facts) =>
    assignParcels(
      facts,
      { project: 'P-01', parcels: ['A-01'], kind, fromOn, untilOn, startBy: null, finishBy: null },
      context,
    );

function decided(facts: ParkFacts, command: Command): readonly Change[] {
  const decision = command(facts);
  if (isRefusal(decision)) throw new Error(decision.refusal);
  return decision.changes;
}

/** I look, others act, I look again. */
function compare(mine: Command, others: readonly Command[], facts = tinyFacts()) {
  const first = decided(facts, mine);
  const since = others.map((other, index) => {
    const changes = decided(facts, other);
    applyChanges(facts, changes);
    return { seq: index + 1, changes };
  });
  return compareRows({ first, now: decided(facts, mine), since });
}

describe('compareRows', () => {
  it('tells per field what it was, what it is and what I want', () => {
    const [row] = compare(telecom('2007-12-02', '我的'), [telecom('2007-12-01', '他的')]);
    expect(row?.thing).toBe('gate:A-01/telecom');
    expect(row?.conflicts).toEqual([
      { field: 'doneOn', base: null, theirs: '2007-12-01', mine: '2007-12-02', seq: 1 },
      { field: 'document', base: null, theirs: '他的', mine: '我的', seq: 1 },
    ]);
  });
  it('names the last who changed a field, and says nothing of fields we agree on', () => {
    const [row] = compare(telecom('2007-12-03', '同一份'), [
      telecom('2007-12-01', '同一份'),
      telecom('2007-12-02', '同一份'),
    ]);
    expect(row?.conflicts).toEqual([{ field: 'doneOn', base: null, theirs: '2007-12-02', mine: '2007-12-03', seq: 2 }]);
  });
  it('leaves out parcels nobody touched', () => {
    const rows = compare(telecom('2007-12-02', null, ['A-01', 'A-02']), [
      telecom('2007-12-01', null, ['A-02', 'A-03']),
    ]);
    expect(rows.map(({ thing }) => thing)).toEqual(['gate:A-02/telecom']);
  });
  it('sees a gate that somebody took back', () => {
    const facts = tinyFacts();
    const recorded = decided(facts, telecom('2007-12-01'));
    applyChanges(facts, recorded);
    const undo: Command = () => ({ changes: inverse(recorded), effectiveOn: '2007-12-01', reason: null });
    const [row] = compare(telecom('2007-12-02'), [undo], facts);
    expect(row?.conflicts).toEqual([{ field: 'doneOn', base: '2007-12-01', theirs: null, mine: '2007-12-02', seq: 1 }]);
  });
  it('compares a work', () => {
    const work =
      (doneOn: string): Command =>
      (facts) =>
        recordWork(facts, { work: 'W-2', doneOn, plannedOn: null }, context);
    expect(compare(work('2007-12-05'), [work('2007-12-04')])[0]?.conflicts).toEqual([
      { field: 'doneOn', base: null, theirs: '2007-12-04', mine: '2007-12-05', seq: 1 },
    ]);
  });

  //  mine    |=========|
  //  theirs       |=========|       and far away  |====|
  it('compares a stretch with one of the same layer that lies over it, not with one elsewhere', () => {
    const [row] = compare(stretch(0, 500), [stretch(200, 700), stretch(800, 900)]);
    expect(row?.thing).toBe('stretch:R0/pipes');
    expect(row?.conflicts).toEqual([
      { field: 'fromMetres', base: null, theirs: 200, mine: 0, seq: 1 },
      { field: 'toMetres', base: null, theirs: 700, mine: 500, seq: 1 },
    ]);
    expect(compare(stretch(0, 500), [stretch(800, 900)])).toEqual([]);
  });
  it('passes over a stretch that was taken back again', () => {
    const facts = tinyFacts();
    const theirs = decided(facts, stretch(200, 700));
    const decision = (changes: readonly Change[]): Command => {
      return () => ({ changes, effectiveOn: '2007-12-01', reason: null });
    };
    expect(compare(stretch(0, 500), [decision(theirs), decision(inverse(theirs))], facts)).toEqual([]);
  });

  it('compares a claim the project got meanwhile, raised or ended', () => {
    const [row] = compare(assign('reservation', '2007-12-03'), [assign('hold', '2007-12-01', '2007-12-31')]);
    expect(row?.conflicts.map(({ field, theirs, mine }) => [field, theirs, mine])).toEqual([
      ['kind', 'hold', 'reservation'],
      ['fromOn', '2007-12-01', '2007-12-03'],
      ['untilOn', '2007-12-31', null],
    ]);
    const facts = tinyFacts();
    applyChanges(facts, decided(facts, assign('hold', '2007-12-01')));
    const release: Command = (now) =>
      releaseParcels(now, { parcels: ['A-01'], on: '2007-12-10', reason: '退出' }, context);
    const [ended] = compare(assign('reservation', '2007-12-03'), [release], facts);
    expect(ended?.conflicts).toContainEqual({
      field: 'untilOn',
      base: null,
      theirs: '2007-12-10',
      mine: null,
      seq: 1,
    });
  });
  it('compares the stage a command adds to a project', () => {
    const stage =
      (name: 'negotiating' | 'reserved', on: string): Command =>
      (facts) =>
        recordStage(facts, { project: 'P-01', stage: name, on, reason: '更正' }, context);
    expect(compare(stage('reserved', '2007-12-02'), [stage('negotiating', '2007-12-01')])[0]?.conflicts).toEqual([
      { field: 'stage', base: 'planned', theirs: 'negotiating', mine: 'reserved', seq: 1 },
      { field: 'on', base: '2007-03-01', theirs: '2007-12-01', mine: '2007-12-02', seq: 1 },
    ]);
  });
});

describe('settleRow', () => {
  const day = fc.constantFrom('2007-12-01', '2007-12-02', '2007-12-03');
  const paper = fc.constantFrom(null, '甲', '乙');
  const gate = fc.tuple(day, paper).map(([doneOn, document]) => telecom(doneOn, document));
  const piece = fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 10 }), day)
    .filter(([from, to]) => from < to)
    .map(([from, to, on]) => stretch(from * 100, to * 100, on));
  const pair = fc.oneof(fc.tuple(gate, gate), fc.tuple(piece, piece));
  const keepTheirs = () => true;
  const keepMine = () => false;

  it('mine everywhere ends with my values, theirs everywhere with what is there', () => {
    let compared = 0;
    fc.assert(
      fc.property(pair, ([mine, theirs]) => {
        const facts = tinyFacts();
        const first = mine(facts);
        if (isRefusal(first)) return;
        const other = theirs(facts);
        if (isRefusal(other)) return;
        applyChanges(facts, other.changes);
        const now = mine(facts);
        if (isRefusal(now)) return;
        for (const row of compareRows({ first: first.changes, now: now.changes, since: [{ seq: 1, ...other }] })) {
          compared += 1;
          expect(settleRow(row, keepMine)).toEqual(row.mine);
          const settled = settleRow(row, keepTheirs);
          for (const { field, theirs: value } of row.conflicts) expect(settled[field]).toBe(value);
          const isAllTheirs = Object.keys(row.mine).every((field) => settled[field] === row.theirs[field]);
          expect(isTheirs(row, settled)).toBe(isAllTheirs);
        }
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it('given as a command again: theirs everywhere changes nothing they recorded, mine everywhere stores mine', () => {
    fc.assert(
      fc.property(day, paper, day, paper, (myDay, myPaper, theirDay, theirPaper) => {
        fc.pre(myDay !== theirDay || myPaper !== theirPaper);
        const facts = tinyFacts();
        const mine = telecom(myDay, myPaper);
        const first = decided(facts, mine);
        const changes = decided(facts, telecom(theirDay, theirPaper));
        applyChanges(facts, changes);
        const [row] = compareRows({ first, now: decided(facts, mine), since: [{ seq: 1, changes }] });
        const give = (fields: Readonly<Record<string, string | number | null>>) =>
          telecom(String(fields['doneOn']), fields['document'] as string | null)(facts);

        const theirs = settleRow(row!, keepTheirs);
        const again = give(theirs);
        if (isTheirs(row!, theirs)) expect(again).toMatchObject({ refusal: 'gate.unchanged' });
        else if (!isRefusal(again))
          for (const { field, theirs: value } of row!.conflicts)
            expect(again.changes[0]!.after).toHaveProperty(field, value);

        applyChanges(facts, isRefusal(give(settleRow(row!, keepMine))) ? [] : decided(facts, mine));
        expect(currentRow(facts, first[0]!)).toMatchObject({ doneOn: myDay, document: myPaper });
      }),
    );
  });
});
