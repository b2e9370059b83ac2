import { describe, expect, it } from 'vitest';
import { applyHighlight, applyMark, applyParcelStates } from '../../../web/map/binding/apply-states.ts';
import type { ParcelStateSeen } from '../../../web/map/plan.ts';

type Stateful = Parameters<typeof applyMark>[0];

function recorder() {
  const calls: string[] = [];
  const map = {
    setFeatureState: ({ source, id }: { source: string; id: string }, state: object) =>
      void calls.push(`${source}/${id} ${JSON.stringify(state)}`),
    removeFeatureState: () => undefined,
  };
  return { map: map as unknown as Stateful, calls };
}

const state = (status: ParcelStateSeen['status'], kind?: 'reservation'): ParcelStateSeen => ({
  status,
  claim: kind ? { id: 'C-01', kind, project: 'P-01' } : null,
  missing: [],
});

describe('applyParcelStates', () => {
  it('tells the map only what changed', () => {
    const { map, calls } = recorder();
    const first = applyParcelStates(
      map,
      new Map(),
      new Map([
        ['A', state('planned')],
        ['B', state('available')],
      ]),
    );
    expect(calls).toHaveLength(4);
    calls.length = 0;
    applyParcelStates(
      map,
      first,
      new Map([
        ['A', state('planned')],
        ['B', state('reserved', 'reservation')],
      ]),
    );
    expect(calls).toEqual([
      'parcels/B {"status":"reserved","claim":"reservation"}',
      'parcel-labels/B {"status":"reserved"}',
    ]);
  });
  it('sees a claim that comes without a new status', () => {
    const { map, calls } = recorder();
    const first = applyParcelStates(map, new Map(), new Map([['A', state('levelled')]]));
    calls.length = 0;
    applyParcelStates(map, first, new Map([['A', state('levelled', 'reservation')]]));
    expect(calls[0]).toContain('"claim":"reservation"');
  });
  it('clears a parcel that is gone', () => {
    const { map, calls } = recorder();
    const first = applyParcelStates(map, new Map(), new Map([['A', state('planned')]]));
    calls.length = 0;
    expect(applyParcelStates(map, first, new Map()).size).toBe(0);
    expect(calls[0]).toBe('parcels/A {"status":"","claim":""}');
  });
});

describe('applyHighlight', () => {
  it('adds and takes away the difference', () => {
    const { map, calls } = recorder();
    const hot = applyHighlight(map, new Set(['A', 'B']), ['B', 'C']);
    expect([...hot]).toEqual(['B', 'C']);
    expect(calls.filter((call) => call.startsWith('parcels/'))).toEqual([
      'parcels/A {"hot":false}',
      'parcels/C {"hot":true}',
    ]);
  });
});

describe('applyMark', () => {
  it('moves from a parcel to a road and leaves equal things alone', () => {
    const { map, calls } = recorder();
    applyMark(map, 'selected', { kind: 'parcel', code: 'A' }, { kind: 'road', code: 'R0' });
    applyMark(map, 'selected', { kind: 'road', code: 'R0' }, { kind: 'road', code: 'R0' });
    expect(calls).toEqual(['parcels/A {"selected":false}', 'roads/R0 {"selected":true}']);
  });
});
