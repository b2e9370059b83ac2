import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxLine } from '../../../web/map/geometry/box-line.ts';
import { pickInside, type Corner, type PickPoint } from '../../../web/map/geometry/pick-inside.ts';

const at = (code: string, x: number, y: number): PickPoint => ({ code, x, y });

describe('pickInside', () => {
  it('takes what lies in a box, whichever corner it is drawn from', () => {
    const points = [at('in', 5, 5), at('left', -1, 5), at('below', 5, 11)];
    expect(pickInside(points, boxLine([0, 0], [10, 10]))).toEqual(['in']);
    expect(pickInside(points, boxLine([10, 10], [0, 0]))).toEqual(['in']);
    expect(pickInside(points, boxLine([10, 0], [0, 10]))).toEqual(['in']);
  });

  /**
   *   +---+   +---+
   *   | a | x | b |     a lasso round two arms leaves out what stands between them
   *   |   +---+   |
   *   |     c     |
   *   +-----------+
   */
  it('leaves out the bay of a concave lasso', () => {
    const lasso: Corner[] = [
      [0, 0],
      [10, 0],
      [10, 10],
      [20, 10],
      [20, 0],
      [30, 0],
      [30, 20],
      [0, 20],
    ];
    const points = [at('a', 5, 5), at('x', 15, 5), at('b', 25, 5), at('c', 15, 15)];
    expect(pickInside(points, lasso)).toEqual(['a', 'b', 'c']);
  });

  /**
   *   +     +
   *   |\   /|
   *   | \ / |
   *   |a X b|           both loops of an eight are taken, though they turn against each other
   *   | / \ |
   *   |/   \|
   *   +  o  +
   */
  it('takes both loops of a lasso that crosses itself', () => {
    const eight: Corner[] = [
      [0, 0],
      [20, 20],
      [20, 0],
      [0, 20],
    ];
    expect(pickInside([at('a', 3, 10), at('b', 17, 10), at('o', 10, 18)], eight)).toEqual(['a', 'b']);
  });

  it('takes what the pen went round twice', () => {
    const square: Corner[] = boxLine([0, 0], [10, 10]);
    expect(pickInside([at('twice', 5, 5), at('out', 15, 5)], [...square, ...square])).toEqual(['twice']);
  });

  it('takes nothing with a line that goes round nothing', () => {
    const points = [at('a', 1, 1)];
    expect(pickInside(points, [])).toEqual([]);
    expect(
      pickInside(points, [
        [0, 0],
        [2, 2],
      ]),
    ).toEqual([]);
    expect(
      pickInside(points, [
        [0, 0],
        [2, 0],
        [1, 0],
      ]),
    ).toEqual([]);
  });

  it('gives a point on the line between two boxes to exactly one of them', () => {
    const edge = [at('edge', 10, 5)];
    const [left, right] = [boxLine([0, 0], [10, 10]), boxLine([10, 0], [20, 10])];
    expect([...pickInside(edge, left), ...pickInside(edge, right)]).toEqual(['edge']);
  });
});

const whole = fc.integer({ min: 0, max: 40 });
const corner = fc.tuple(whole, whole);
const lasso = fc.array(corner, { minLength: 3, maxLength: 12 });
/** No such place lies on a line between whole corners. */
const somewhere = fc
  .array(fc.tuple(whole, whole), { maxLength: 20 })
  .map((places) => places.map(([x, y], index) => at(`P-${index}`, x + 1 / Math.E, y + 1 / Math.PI)));

describe('pickInside, for any lasso', () => {
  it('takes exactly the points its line turns round', () => {
    fc.assert(
      fc.property(somewhere, lasso, (points, line) => {
        const turned = points.filter(({ x, y }) => turnsRound(line, x, y) !== 0).map(({ code }) => code);
        expect(pickInside(points, line)).toEqual(turned);
      }),
    );
  });

  it('does not ask where the line begins, nor which way it runs', () => {
    fc.assert(
      fc.property(somewhere, lasso, fc.nat(), (points, line, start) => {
        const begin = start % line.length;
        const turned = [...line.slice(begin), ...line.slice(0, begin)];
        expect(pickInside(points, turned)).toEqual(pickInside(points, line));
        expect(pickInside(points, [...line].reverse())).toEqual(pickInside(points, line));
      }),
    );
  });

  it('a box takes what both its sides hold', () => {
    fc.assert(
      fc.property(somewhere, corner, corner, (points, a, b) => {
        const held = points.filter(
          ({ x, y }) =>
            x > Math.min(a[0], b[0]) &&
            x < Math.max(a[0], b[0]) &&
            y > Math.min(a[1], b[1]) &&
            y < Math.max(a[1], b[1]),
        );
        expect(pickInside(points, boxLine(a, b))).toEqual(held.map(({ code }) => code));
      }),
    );
  });
});

/** How often a line turns round a point, from the angles it is seen under. */
function turnsRound(line: readonly Corner[], x: number, y: number): number {
  const angle = line.reduce((sum, [bx, by], index) => {
    const [ax, ay] = line[(index + line.length - 1) % line.length]!;
    const [px, py, qx, qy] = [ax - x, ay - y, bx - x, by - y];
    return sum + Math.atan2(px * qy - py * qx, px * qx + py * qy);
  }, 0);
  return Math.round(angle / (2 * Math.PI));
}
