import { describe, expect, it } from 'vitest';
import type { Change } from '../../../domain/park/facts.ts';
import type { EventAnswer } from '../../../web/answers.ts';
import { findHolder, heldSubject } from '../../../web/operations/find-holder.ts';
import { tinyStretch } from '../../support/tiny-park.ts';

function event(seq: number, change: Change, undoneBy: number | null = null): EventAnswer {
  return {
    seq,
    id: `e-${seq}`,
    actor: `甲${seq}`,
    actorId: null,
    recordedAt: '2026-11-23T02:00:00.000Z',
    effectiveOn: '2007-12-01',
    command: 'record-gate',
    input: {},
    subjects: [],
    changes: [change],
    reason: null,
    documents: [],
    undoes: null,
    undoneBy,
  };
}
const gate = (name: 'approved' | 'telecom'): Change => ({
  table: 'gate',
  before: null,
  after: { parcel: 'A-01', gate: name, plannedOn: null, doneOn: '2007-12-01', document: null },
});
const claim = (project: string): Change => ({
  table: 'claim',
  before: null,
  after: {
    id: project,
    parcel: 'A-01',
    project,
    kind: 'hold',
    fromOn: '2007-12-01',
    untilOn: null,
    startBy: null,
    finishBy: null,
  },
});
const stretch = (fromMetres: number, toMetres: number): Change => ({
  table: 'stretch',
  before: null,
  after: tinyStretch('S', { fromMetres, toMetres }),
});

describe('heldSubject', () => {
  it('knows whose history tells who was faster', () => {
    expect(heldSubject({ code: 'parcel.claimed', detail: { parcel: 'A-01', project: 'P-01' } })).toBe('parcel:A-01');
    expect(heldSubject({ code: 'stretch.already-recorded', detail: { road: 'R0' } })).toBe('road:R0');
    expect(heldSubject({ code: 'work.already-done', detail: { work: 'W-1' } })).toBe('work:W-1');
  });
  it('asks no history about what is wrong with the form itself', () => {
    expect(heldSubject({ code: 'stretch.empty', detail: { road: 'R0' } })).toBeNull();
    expect(heldSubject({ code: 'gate.unchanged', detail: {} })).toBeNull();
  });
});

describe('findHolder', () => {
  it('finds who recorded the gate, not another gate and not what was taken back', () => {
    const events = [event(4, gate('telecom'), 5), event(3, gate('approved')), event(2, gate('telecom'))];
    expect(findHolder({ code: 'gate.unchanged', detail: { gate: 'telecom' } }, events)?.actor).toBe('甲2');
    expect(findHolder({ code: 'gate.order', detail: { gate: 'telecom', other: 'approved' } }, events)?.seq).toBe(3);
  });
  it('finds who gave the land to the project that has it', () => {
    const events = [event(4, claim('P-02')), event(3, claim('P-01'))];
    expect(findHolder({ code: 'parcel.claimed', detail: { project: 'P-01' } }, events)?.seq).toBe(3);
  });
  it('finds who recorded the stretch that lies there', () => {
    const events = [event(4, stretch(800, 900)), event(3, stretch(0, 500))];
    const detail = { layer: 'subgrade', fromMetres: 100, toMetres: 300 };
    expect(findHolder({ code: 'stretch.already-recorded', detail }, events)?.seq).toBe(3);
  });
  it('finds nobody when it came with the first data', () => {
    expect(findHolder({ code: 'gate.unchanged', detail: { gate: 'telecom' } }, [])).toBeNull();
  });
});
