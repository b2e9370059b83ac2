import { describe, expect, test } from 'vitest';
import { faultWindows } from '../../../domain/ledger/fault-windows.ts';
import { land, rectangle } from '../../support/ledger-land.ts';

//  10 +----+----+----+----+
//     | 0  | 1  | 2  | 3  |
//   0 +----+----+----+----+
//     0    10   20   30   40
const outline = land([0, 0], [10, 0], [20, 0], [30, 0], [40, 0], [40, 10], [30, 10], [20, 10], [10, 10], [0, 10]);
const cells = [0, 10, 20, 30].map((west) => rectangle(west, 0, west + 10, 10));
const metres = (parts: Parameters<typeof faultWindows>[0]) =>
  faultWindows(parts, outline)
    .map(({ west, south, east, north }) => [west, south, east, north].map((at) => at / 1000))
    .sort(([a], [b]) => a! - b!);

describe('the windows of faults', () => {
  test('are none where the land is covered once', () => {
    expect(metres(cells)).toEqual([]);
  });
  test('hold a gap with all its edges', () => {
    expect(metres(cells.filter((_, index) => index !== 1))).toEqual([[9.9, -0.1, 20.1, 10.1]]);
  });
  test('of places far apart are apart', () => {
    expect(metres([cells[1]!, cells[2]!])).toEqual([
      [-0.1, -0.1, 10.1, 10.1],
      [29.9, -0.1, 40.1, 10.1],
    ]);
  });
  test('see land that is there twice as a whole, though its inner edges answer one another', () => {
    expect(metres([...cells, ...cells])).toEqual([[-0.1, -0.1, 40.1, 10.1]]);
  });
});
