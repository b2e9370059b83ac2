import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutLine, pointAt } from '../../../web/map/geometry/cut-line.ts';

//   0 m      100 m          300 m
//   o----------o--------------o      east along a degree grid, then north
const line = [
  [0, 0],
  [1, 0],
  [1, 2],
];
const chainages = [0, 100, 300];

describe('cutLine', () => {
  it('interpolates both ends and keeps the vertices between', () => {
    expect(cutLine(line, chainages, 50, 200)).toEqual([
      [0.5, 0],
      [1, 0],
      [1, 1],
    ]);
  });
  it('gives the whole line from end to end', () => {
    expect(cutLine(line, chainages, 0, 300)).toEqual(line);
  });
  it('does not double a vertex on which a cut falls', () => {
    expect(cutLine(line, chainages, 100, 300)).toEqual([
      [1, 0],
      [1, 2],
    ]);
    expect(cutLine(line, chainages, 0, 100)).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });
  it('stays on the line when asked beyond its ends', () => {
    expect(cutLine(line, chainages, -50, 900)).toEqual(line);
  });
  it('refuses what is empty, reversed, beyond, or not a number', () => {
    expect(cutLine(line, chainages, 50, 50)).toBeNull();
    expect(cutLine(line, chainages, 80, 20)).toBeNull();
    expect(cutLine(line, chainages, 300, 400)).toBeNull();
    expect(cutLine(line, chainages, Number.NaN, 20)).toBeNull();
    expect(cutLine([[0, 0]], [0], 0, 10)).toBeNull();
    expect(cutLine([], [], 0, 10)).toBeNull();
  });
  it('passes over doubled vertices', () => {
    const doubled = [
      [0, 0],
      [1, 0],
      [1, 0],
      [1, 2],
    ];
    expect(cutLine(doubled, [0, 100, 100, 300], 50, 200)).toEqual([
      [0.5, 0],
      [1, 0],
      [1, 0],
      [1, 1],
    ]);
  });
  it('does not read past a list of chainages that is too short', () => {
    expect(cutLine(line, [0, 100], 50, 200)).toEqual([
      [0.5, 0],
      [1, 0],
    ]);
  });
  it('neighbouring cuts meet in the same point', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 299, noNaN: true }), (at) => {
        expect(cutLine(line, chainages, 0, at)?.at(-1)).toEqual(cutLine(line, chainages, at, 300)?.[0]);
      }),
    );
  });
});

describe('pointAt', () => {
  it('is null off the line', () => {
    expect(pointAt(line, chainages, -1)).toBeNull();
    expect(pointAt(line, chainages, 301)).toBeNull();
  });
  it('knows its segment', () => {
    expect(pointAt(line, chainages, 200)).toEqual({ position: [1, 1], segment: [line[1], line[2]] });
  });
});
