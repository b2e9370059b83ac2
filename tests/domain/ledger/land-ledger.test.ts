import { describe, expect, test } from 'vitest';
import { squareMetres } from '../../../domain/geometry/area.ts';
import type { MultiPolygon } from '../../../domain/geometry/shapes.ts';
import { landLedger, type LandLedger } from '../../../domain/ledger/land-ledger.ts';
import type { LandPart } from '../../../domain/ledger/land-parts.ts';
import { land, landPart, rectangle } from '../../support/ledger-land.ts';

//  y 100 +--------+--------+--------+
//        |  A-01  |  A-02  |  B-01  |      phase 1: x 0…200, phase 2: x 200…300
//     20 +--------+--------+--------+
//        |  R-1            |  R-2   |
//      0 +-----------------+--------+
//        0       100      200      300
const outline = rectangle(0, 0, 300, 100);
const phases = [
  { code: '1', polygons: rectangle(0, 0, 200, 100) },
  { code: '2', polygons: rectangle(200, 0, 300, 100) },
];
const boundaries: Readonly<Record<string, MultiPolygon>> = {
  'A-01': land([0, 20], [100, 20], [100, 100], [0, 100]),
  'A-02': rectangle(100, 20, 200, 100),
  'B-01': rectangle(200, 20, 300, 100),
  'R-1': land([0, 0], [200, 0], [200, 20], [100, 20], [0, 20]),
  'R-2': rectangle(200, 0, 300, 20),
};
/** The ground without T-junctions: every corner of a neighbour is there. */
const cornered = {
  outline: land([0, 0], [200, 0], [300, 0], [300, 20], [300, 100], [200, 100], [100, 100], [0, 100], [0, 20]),
  phases: [
    { code: '1', polygons: land([0, 0], [200, 0], [200, 20], [200, 100], [100, 100], [0, 100], [0, 20]) },
    { code: '2', polygons: land([200, 0], [300, 0], [300, 20], [300, 100], [200, 100], [200, 20]) },
  ],
};

function ledgerOf(
  change: Readonly<Record<string, MultiPolygon | null>> = {},
  ground = { outline, phases },
): LandLedger {
  const parts: LandPart[] = Object.entries({ ...boundaries, ...change }).flatMap(([code, polygons]) =>
    polygons ? [landPart(code, polygons, code.startsWith('B') || code === 'R-2' ? '2' : '1')] : [],
  );
  return landLedger({ planVersion: 'v1', ...ground, parts });
}

const rowsOf = ({ rows }: LandLedger) =>
  rows.map(({ phase, outside, entered, overlaps, residual, rounding }) => ({
    phase,
    terms: [outside, entered, overlaps, residual].map(squareMetres),
    rounding,
  }));
const told = ({ findings }: LandLedger) =>
  findings.map(({ kind, parts, neighbours, phases: at, twiceAreaSquareMillimetres: area }) => ({
    kind,
    parts: parts.map(({ code }) => code),
    neighbours: neighbours.map(({ code }) => code).sort(),
    phases: at,
    squareMetres: squareMetres(area),
  }));
const calm = (phase: string | null) => ({ phase, terms: [0, 0, 0, 0], rounding: 0 });

describe('the land ledger', () => {
  test('of land that is covered once: no finding, and the parts add up to the outline', () => {
    for (const ground of [cornered, { outline, phases }]) {
      const ledger = ledgerOf({}, ground);
      expect(ledger.findings).toEqual([]);
      expect(rowsOf(ledger)).toEqual([calm('1'), calm('2'), calm(null)]);
      expect(ledger.rows.map(({ outline: twice, columns }) => [twice, columns.parcels, columns.roads])).toEqual([
        [40e9, { twiceArea: 32e9, count: 2 }, { twiceArea: 8e9, count: 1 }],
        [20e9, { twiceArea: 16e9, count: 1 }, { twiceArea: 4e9, count: 1 }],
        [60e9, { twiceArea: 48e9, count: 3 }, { twiceArea: 12e9, count: 2 }],
      ]);
      expect(ledger.checked).toEqual({ parts: 5, corners: 21 });
    }
  });

  test('land nobody explains is a residual with its neighbours', () => {
    const ledger = ledgerOf({ 'A-02': null });
    expect(rowsOf(ledger)).toEqual([
      { phase: '1', terms: [0, 0, 0, 8000], rounding: 0 },
      calm('2'),
      { phase: null, terms: [0, 0, 0, 8000], rounding: 0 },
    ]);
    const neighbours = ['A-01', 'B-01', 'R-1', 'R-2'];
    expect(told(ledger)).toEqual([{ kind: 'residual', parts: [], neighbours, phases: ['1'], squareMetres: 8000 }]);
    expect(ledger.findings[0]!.id).toBe('residual.100000.20000');
  });

  test('two gaps are two findings', () => {
    const ledger = ledgerOf({ 'A-01': null, 'B-01': null });
    expect(told(ledger).map(({ phases: at }) => at)).toEqual([['1'], ['2']]);
  });

  test('a parcel over a road is an overlap, and the balance counts it once', () => {
    const ledger = ledgerOf({ 'A-01': rectangle(0, 15, 100, 100) });
    expect(rowsOf(ledger)[0]).toEqual({ phase: '1', terms: [0, 0, 500, 0], rounding: 0 });
    expect(told(ledger)).toEqual([
      { kind: 'overlap', parts: ['A-01', 'R-1'], neighbours: ['A-02'], phases: ['1'], squareMetres: 500 },
    ]);
    expect(ledger.findings[0]!.id).toBe('overlap.parcel:A-01.zone:R-1');
  });

  test('three parts over one place are three overlaps, and the place is counted twice too often', () => {
    const ledger = ledgerOf({ 'A-01': rectangle(0, 20, 110, 100), 'R-1': rectangle(0, 0, 200, 30) });
    expect(told(ledger).map(({ parts, squareMetres: area }) => [parts.join(), area])).toEqual([
      ['A-01,R-1', 1100],
      ['A-02,R-1', 1000],
      ['A-01,A-02', 800],
    ]);
    expect(rowsOf(ledger)[0]).toEqual({ phase: '1', terms: [0, 0, 2800, 0], rounding: 0 });
  });

  test('a parcel beyond the outline is outside', () => {
    const ledger = ledgerOf({ 'B-01': rectangle(200, 20, 310, 105) });
    expect(rowsOf(ledger)[2]).toEqual({ phase: null, terms: [1350, 0, 0, 0], rounding: 0 });
    expect(told(ledger)).toEqual([
      { kind: 'outside', parts: ['B-01'], neighbours: ['A-02', 'R-2'], phases: [], squareMetres: 1350 },
    ]);
  });

  test('a parcel that lies in two phases is astray in the other one, where it has entered', () => {
    const ledger = ledgerOf({ 'A-02': rectangle(100, 20, 230, 100), 'B-01': rectangle(230, 20, 300, 100) });
    expect(rowsOf(ledger)).toEqual([
      { phase: '1', terms: [2400, 0, 0, 0], rounding: 0 },
      { phase: '2', terms: [0, 2400, 0, 0], rounding: 0 },
      calm(null),
    ]);
    const neighbours = ['B-01', 'R-1', 'R-2'];
    expect(told(ledger)).toEqual([{ kind: 'astray', parts: ['A-02'], neighbours, phases: ['2'], squareMetres: 2400 }]);
  });

  test('a part astray and outside is told in two pieces', () => {
    const ledger = ledgerOf({ 'A-02': rectangle(100, 20, 310, 100), 'B-01': null });
    expect(told(ledger).map(({ kind, squareMetres: area }) => [kind, area])).toEqual([
      ['astray', 8000],
      ['outside', 800],
    ]);
    expect(rowsOf(ledger)).toEqual([
      { phase: '1', terms: [8800, 0, 0, 0], rounding: 0 },
      { phase: '2', terms: [0, 8000, 0, 0], rounding: 0 },
      { phase: null, terms: [800, 0, 0, 0], rounding: 0 },
    ]);
  });

  test('a corner a few millimetres off is named a sliver', () => {
    const ledger = ledgerOf({ 'A-01': land([0, 20], [100.004, 20], [100, 100], [0, 100]) });
    const [overlap] = ledger.findings;
    expect(ledger.findings).toHaveLength(1);
    expect([overlap!.kind, overlap!.isSliver, squareMetres(overlap!.twiceAreaSquareMillimetres)]).toEqual([
      'overlap',
      true,
      0.16,
    ]);
    expect(overlap!.widthMillimetres).toBeCloseTo(2, 3);
    expect(ledgerOf({ 'A-02': null }).findings[0]!.isSliver).toBe(false);
  });

  test('a hole with an island that is missing is one finding inside', () => {
    const holed: MultiPolygon = [[boundaries['A-01']![0]![0]!, rectangle(40, 40, 60, 60)[0]![0]!]];
    const ledger = ledgerOf({ 'A-01': holed });
    expect(told(ledger)).toEqual([
      { kind: 'residual', parts: [], neighbours: ['A-01'], phases: ['1'], squareMetres: 400 },
    ]);
  });

  test('without phases there is one row', () => {
    const parts = Object.entries(boundaries).map(([code, polygons]) => landPart(code, polygons, null));
    const ledger = landLedger({ planVersion: 'v0', outline, phases: [], parts });
    expect(rowsOf(ledger)).toEqual([calm(null)]);
  });
});
