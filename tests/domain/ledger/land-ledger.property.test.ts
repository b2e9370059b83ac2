import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { twiceAreaSquareMillimetres } from '../../../domain/geometry/area.ts';
import type { Finding } from '../../../domain/ledger/finding.ts';
import { landLedger, type LandLedger } from '../../../domain/ledger/land-ledger.ts';
import { ledgerColumns } from '../../../domain/ledger/land-parts.ts';
import type { LedgerRow } from '../../../domain/ledger/ledger-row.ts';
import { land, landPart, rectangle } from '../../support/ledger-land.ts';

const side = 12;
const outline = rectangle(0, 0, side, side);
const phases = [
  { code: '1', polygons: rectangle(0, 0, 5, side) },
  { code: '2', polygons: rectangle(5, 0, side, side) },
];

const span = fc
  .uniqueArray(fc.integer({ min: -2, max: side + 2 }), { minLength: 2, maxLength: 2 })
  .map(([a, b]) => [Math.min(a!, b!), Math.max(a!, b!)] as const);
const box = fc.record({ x: span, y: span, phase: fc.constantFrom('1', '2') });
type Rectangle = typeof box extends fc.Arbitrary<infer T> ? T : never;

const partsOf = (boxes: readonly Rectangle[]) =>
  boxes.map(({ x, y, phase }, index) =>
    landPart(`${index % 2 ? 'R' : 'P'}-${index}`, rectangle(x[0], y[0], x[1], y[1]), phase),
  );

/** The same by counting square metres one by one. */
function counted(boxes: readonly Rectangle[], phase: string | null) {
  const [west, east] = phase === null ? [0, side] : phase === '1' ? [0, 5] : [5, side];
  const terms = { outside: 0, entered: 0, overlaps: 0, residual: 0 };
  for (let x = -2; x < side + 2; x += 1) {
    for (let y = -2; y < side + 2; y += 1) {
      const isInside = x >= west && x < east && y >= 0 && y < side;
      const here = boxes.filter((one) => x >= one.x[0] && x < one.x[1] && y >= one.y[0] && y < one.y[1]);
      const own = here.filter((one) => phase === null || one.phase === phase);
      if (!isInside) terms.outside += own.length;
      else {
        terms.entered += here.length - own.length;
        terms.overlaps += Math.max(0, here.length - 1);
        terms.residual += here.length === 0 ? 1 : 0;
      }
    }
  }
  return terms;
}

const termsOf = ({ outside, entered, overlaps, residual }: LedgerRow) => ({ outside, entered, overlaps, residual });
const inSquareMetres = (terms: ReturnType<typeof termsOf>) =>
  Object.fromEntries(Object.entries(terms).map(([name, twice]) => [name, twice / 2e6]));
const explained = (row: LedgerRow) =>
  ledgerColumns.reduce((sum, column) => sum + row.columns[column].twiceArea, 0) -
  row.outside +
  row.entered -
  row.overlaps +
  row.residual;
const perimeter = ({ polygons }: Finding) =>
  polygons.flat().reduce((sum, ring) => {
    return (
      sum +
      ring.reduce((length, [x, y], at) => length + Math.hypot(x - ring.at(at - 1)![0], y - ring.at(at - 1)![1]), 0)
    );
  }, 0);

describe('the land ledger of random land', () => {
  test('equals a count of square metres, exactly', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 7 }), (boxes) => {
        const ledger = landLedger({ planVersion: 'v1', outline, phases, parts: partsOf(boxes) });
        for (const row of ledger.rows) {
          expect(inSquareMetres(termsOf(row))).toEqual(counted(boxes, row.phase));
          expect(row.rounding).toBe(0);
          expect(explained(row)).toBe(row.outline);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('finds a partition whole, however it is cut', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: side - 1 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(cuts, cuts, (xs, ys) => {
        const [across, up] = [xs, ys].map((at) => [0, ...at.sort((a, b) => a - b), side]);
        const cells = across!
          .slice(1)
          .flatMap((east, i) => up!.slice(1).map((north, j) => rectangle(across![i]!, up![j]!, east, north)));
        const parts = cells.map((polygons, index) => landPart(`P-${index}`, polygons, null));
        const ledger = landLedger({ planVersion: 'v1', outline, phases: [], parts });
        expect(ledger.findings).toEqual([]);
        expect(explained(ledger.rows[0]!)).toBe(ledger.rows[0]!.outline);
      }),
    );
  });

  const metres = fc.integer({ min: -2000, max: 14_000 }).map((millimetres) => millimetres / 1000);
  const corner = fc.tuple(metres, metres);
  const triangle = fc
    .tuple(corner, corner, corner)
    .map((corners) => land(...corners))
    .filter((polygons) => twiceAreaSquareMillimetres(polygons) > 1e6);

  test('balances to the rounding of new corners when edges cross anywhere', () => {
    fc.assert(
      fc.property(fc.array(triangle, { maxLength: 5 }), (triangles) => {
        const parts = triangles.map((polygons, index) => landPart(`P-${index}`, polygons, '1'));
        const ledger = landLedger({ planVersion: 'v1', outline, phases, parts });
        // A corner moves by at most 0.71 mm, and twice the area by at most that times the edges beside it, twice.
        const bound = 2 * ledger.findings.reduce((sum, one) => sum + perimeter(one) + 2000, 0) + 1;
        for (const row of ledger.rows) {
          expect(Math.abs(row.rounding)).toBeLessThanOrEqual(bound);
          expect(Math.abs(explained(row) - row.outline)).toBeLessThanOrEqual(bound);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('names every finding once, and the same whatever the order of the parts', () => {
    const idsOf = ({ findings }: LandLedger) =>
      findings.map(({ id }) =>
        id.replace(/^overlap\.(.*)$/, (_, pair: string) =>
          pair
            .split(/\.(?=parcel|zone)/)
            .sort()
            .join(),
        ),
      );
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 6 }), (boxes) => {
        const parts = partsOf(boxes);
        const ids = idsOf(landLedger({ planVersion: 'v1', outline, phases, parts }));
        const turned = idsOf(landLedger({ planVersion: 'v1', outline, phases, parts: [...parts].reverse() }));
        expect(new Set(ids).size).toBe(ids.length);
        expect(turned.sort()).toEqual(ids.sort());
      }),
    );
  });
});
