import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MultiPolygon, Point } from '../../../domain/geometry/shapes.ts';
import { followParcels } from '../../../domain/ledger/follow-parcels.ts';
import { landLedger } from '../../../domain/ledger/land-ledger.ts';
import type { LandPart, LedgerInput } from '../../../domain/ledger/land-parts.ts';
import { landPart } from '../../support/ledger-land.ts';

//  d +----------------------+ c
//    |  R-1, a road         |      B's edges lean: no point between their ends lies on a whole millimetre
//  a +---------+------------+ b
//    |  B-1    :   B-2      |      B was divided after the plan was drawn
//  o +---------+------------+ e
const [o, e, b, a] = [
  [0, 0],
  [99_989, 7],
  [100_003, 40_009],
  [11, 40_001],
] as const satisfies Point[];
const [c, d] = [
  [100_000, 60_000],
  [0, 60_000],
] as const satisfies Point[];
const outline: MultiPolygon = [[[o, e, b, c, d, a]]];

function divided(southShare: number, northShare: number): LedgerInput {
  const south: Point = [Math.round(99_989 * southShare), Math.round(7 * southShare)];
  const north: Point = [Math.round(11 + 99_992 * northShare), Math.round(40_001 + 8 * northShare)];
  const parts: LandPart[] = [
    landPart('B-1', [[[o, south, north, a]]], '1'),
    landPart('B-2', [[[south, e, b, north]]], '1'),
    landPart('R-1', [[[a, b, c, d]]], '1'),
  ];
  return { planVersion: 'v1', outline, phases: [{ code: '1', polygons: outline }], parts };
}

describe('land that parcels were divided beside', () => {
  test('gets their corners, and the ledger balances without a finding', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (south, north) => {
          const ledger = landLedger(divided(south, north));
          expect(ledger.findings).toEqual([]);
          for (const { outside, entered, overlaps, residual, rounding } of ledger.rows) {
            expect([outside, entered, overlaps, residual, rounding]).toEqual([0, 0, 0, 0, 0]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a corner farther off than a millimetre is followed by nothing: the ledger tells the gap', () => {
    const { parts, ...input } = divided(0.5, 0.5);
    const low = parts.map((part) =>
      part.code === 'R-1'
        ? part
        : { ...part, polygons: part.polygons.map((rings) => rings.map((ring) => ring.map(lowered))) },
    );
    const moved = { ...input, parts: low.map(({ code, polygons }) => landPart(code, polygons, '1')) };
    expect(landLedger(moved).findings.map(({ kind }) => kind)).toContain('residual');
  });

  test('nothing follows where the plan is as it was drawn', () => {
    const input = { ...divided(0.5, 0.5), parts: [landPart('B', [[[o, e, b, a]]], '1')] };
    expect(followParcels(input)).toBe(input);
  });
});

/** The northern corner of the division, three millimetres farther south. */
function lowered([x, y]: Point): Point {
  return y > 40_001 && y < 40_009 ? [x, y - 3] : [x, y];
}
