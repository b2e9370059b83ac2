import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { twiceAreaSquareMillimetres } from '../../../../domain/geometry/area.ts';
import { openEdges } from '../../../../domain/geometry/coverage.ts';
import { cutFromFront } from '../../../../domain/geometry/cut/cut-from-front.ts';
import { cutInto, type PartsWanted } from '../../../../domain/geometry/cut/cut-into.ts';
import { areaToleranceTwice } from '../../../../domain/geometry/cut/cut-to-area.ts';
import { insertCorners } from '../../../../domain/geometry/cut/insert-corners.ts';
import { isSplitRefusal } from '../../../../domain/geometry/cut/refuse-split.ts';
import type { Line, MultiPolygon } from '../../../../domain/geometry/shapes.ts';
import { box } from './expect-cut.ts';
import { parcel } from './random-land.ts';

const plot: MultiPolygon = [[box(0, 0, 300_000, 200_000)]];
const front: Line = [
  [0, 0],
  [300_000, 0],
];
const across = cutFromFront(plot, front, { cut: 'perpendicular', from: 'start' });

const piecesOf = (land: MultiPolygon, wanted: PartsWanted) => {
  const cut = cutInto(land, wanted);
  if (isSplitRefusal(cut)) throw new Error(`${cut.refusal} ${JSON.stringify(cut.detail)}`);
  expect(openEdges(cut.pieces, cut.completed)).toEqual([]);
  expect(insertCorners(land, cut.corners)).toEqual(cut.completed);
  return cut.pieces.map(twiceAreaSquareMillimetres);
};

//  +--+--+--+--+
//  |1 |2 |3 |4 |
//  +--+--+--+--+  === road
describe('land is cut into parts', () => {
  test('of equal area', () => {
    const areas = piecesOf(plot, { parts: 7, ...across });
    expect(areas.length).toBe(7);
    expect(Math.max(...areas) - Math.min(...areas)).toBeLessThanOrEqual(areaToleranceTwice);
  });
  test('of one part: the land itself', () => {
    expect(cutInto(plot, { parts: 1, ...across })).toEqual({ completed: plot, corners: [], pieces: [plot] });
  });
  test('of wanted areas, the last one is the rest', () => {
    const areas = piecesOf(plot, { parts: [2e10, 3e10], ...across });
    expect(areas.length).toBe(3);
    expect(Math.abs(areas[0]! - 2e10)).toBeLessThanOrEqual(areaToleranceTwice);
    expect(Math.abs(areas[1]! - 3e10)).toBeLessThanOrEqual(areaToleranceTwice);
    expect(areas[0]! + areas[1]! + areas[2]!).toBe(12e10);
  });
  test('of wanted areas that are the whole land: no rest', () => {
    expect(piecesOf(plot, { parts: [5e10, 7e10], ...across }).length).toBe(2);
  });
  test('that all need a frontage', () => {
    const least = { front, frontageMillimetres: 60_000 };
    expect(isSplitRefusal(cutInto(plot, { parts: 5, ...across, least }))).toBe(false);
    expect(cutInto(plot, { parts: [3e10, 3e10, 4e10], ...across, least })).toMatchObject({
      refusal: 'split.frontage-too-short',
      detail: { piece: 4, wantedMetres: 60 },
    });
  });
  test.each<[string, Partial<PartsWanted>, string]>([
    ['more than there is', { parts: [7e10, 6e10] }, 'split.area-too-large'],
    ['none', { parts: [] }, 'split.area-not-positive'],
    ['half a part', { parts: 2.5 }, 'split.area-not-positive'],
    ['nothing', { parts: [1e10, 0, 1e10] }, 'split.area-not-positive'],
    ['no direction', { parts: 3, direction: [0, 0] }, 'split.no-direction'],
  ])('%s is refused', (_name, wanted, refusal) => {
    expect(cutInto(plot, { parts: 2, ...across, ...wanted })).toMatchObject({ refusal });
  });
  test('the piece that cannot be is named', () => {
    expect(cutInto(plot, { parts: [1e10, -1], ...across })).toMatchObject({ detail: { piece: 2 } });
  });
});

test('random land: equal parts are equal, shared corners are shared', () => {
  let cuts = 0;
  fc.assert(
    fc.property(
      parcel,
      fc.integer({ min: 2, max: 9 }),
      fc.double({ min: 0, max: 7, noNaN: true }),
      (land, parts, angle) => {
        const wanted: PartsWanted = {
          parts,
          direction: [Math.cos(angle), Math.sin(angle)],
          side: 'left',
          allowsSeveralPieces: true,
        };
        const cut = cutInto(land, wanted);
        if (isSplitRefusal(cut)) return;
        cuts += 1;
        expect(openEdges(cut.pieces, cut.completed)).toEqual([]);
        expect(insertCorners(land, cut.corners)).toEqual(cut.completed);
        const areas = cut.pieces.map(twiceAreaSquareMillimetres);
        const first = areas.slice(0, -1);
        expect(Math.max(...first) - Math.min(...first)).toBeLessThanOrEqual(areaToleranceTwice);
        expect(areas.reduce((sum, area) => sum + area, 0)).toBe(twiceAreaSquareMillimetres(cut.completed));
      },
    ),
    { numRuns: 150 },
  );
  expect(cuts).toBeGreaterThan(130);
});
