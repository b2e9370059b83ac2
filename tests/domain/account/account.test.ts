import { describe, expect, test } from 'vitest';
import { landAccount, type AccountColumn } from '../../../domain/account/account.ts';
import { squareMetres } from '../../../domain/geometry/area.ts';
import { applyChanges } from '../../../domain/park/facts.ts';
import { assignParcels } from '../../../domain/project/assign-parcels.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { tinyContext, tinyFacts } from '../../support/tiny-park.ts';

const now = { on: '2007-11-30', knownOn: '2007-11-30' };
const hectares = (facts = tinyFacts(), asOf = now, phase: string | null = null) => {
  const row = landAccount(facts, asOf).rows.find((one) => one.phase === phase)!;
  return (column: AccountColumn) => squareMetres(row.figures[column].twiceAreaSquareMillimetres) / 10_000;
};

describe('the land account', () => {
  test('counts each column and balances', () => {
    const column = hectares();
    expect(
      ['planned', 'approved', 'acquired', 'developed', 'serviced', 'available', 'free'].map((name) =>
        column(name as AccountColumn),
      ),
    ).toEqual([4, 4, 3, 3, 0, 2, 2]);
    expect(['roads', 'green', 'water', 'utilities', 'rest'].map((name) => column(name as AccountColumn))).toEqual([
      0.5, 0.5, 0, 0, 0,
    ]);
    expect(landAccount(tinyFacts(), now).rows.map((row) => row.balanceTwiceAreaSquareMillimetres)).toEqual([0, 0, 0]);
  });
  test('shows what is not explained', () => {
    const facts = tinyFacts({ zones: tinyFacts().zones.filter((zone) => zone.code !== 'Z-2') });
    const balances = landAccount(facts, now).rows.map((row) => squareMetres(row.balanceTwiceAreaSquareMillimetres));
    expect(balances).toEqual([5000, 0, 5000]);
  });
  test('has a row per phase and the park last', () => {
    const rows = landAccount(tinyFacts(), now).rows;
    expect(rows.map((row) => row.phase)).toEqual(['1', '2', null]);
    expect(rows[1]!.figures.approved.codes).toEqual(['B-01']);
    expect(rows[2]!.figures.available.codes).toEqual(['A-01', 'A-02']);
  });
  test('forecasts with planned days', () => {
    const column = hectares(tinyFacts(), { on: '2007-12-31', knownOn: '2007-11-30' });
    expect([column('available'), column('serviced')]).toEqual([3, 3]);
    expect(hectares(tinyFacts(), { on: '2007-12-31', knownOn: '2007-12-31' })('available')).toBe(2);
  });
  test('reserved land stays available, contracted land does not', () => {
    const facts = tinyFacts();
    const claim = (parcel: string, kind: 'reservation' | 'contract') => {
      const agreed = { startBy: null, finishBy: null };
      const input = { project: 'P-01', parcels: [parcel], kind, fromOn: '2007-11-01', untilOn: null, ...agreed };
      const decision = assignParcels(facts, input, { ...tinyContext(), newId: () => parcel });
      if (isRefusal(decision)) throw new Error(decision.refusal);
      applyChanges(facts, decision.changes);
    };
    claim('A-01', 'reservation');
    claim('A-02', 'contract');
    const column = hectares(facts);
    expect((['available', 'reserved', 'free', 'contracted'] as const).map(column)).toEqual([1, 1, 0, 1]);
  });
  test('takes the zones of a plan that has no parcels', () => {
    const facts = tinyFacts({ parcels: [] });
    expect(hectares(facts)('planned')).toBe(4);
    expect(landAccount(facts, now).rows.at(-1)!.balanceTwiceAreaSquareMillimetres).toBe(0);
  });
});
