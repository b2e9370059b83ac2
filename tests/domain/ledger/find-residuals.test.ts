import { expect, test } from 'vitest';
import { faultWindows } from '../../../domain/ledger/fault-windows.ts';
import { findResiduals } from '../../../domain/ledger/find-residuals.ts';
import { land, landPart, rectangle } from '../../support/ledger-land.ts';

//  The outline leans: a window cuts its sides between whole millimetres, which must not be told as land.
//        +---------+---------+---------+
//       /    A    /|   gap  /    C    /
//      +---------+---------+---------+
test('a window cut through leaning sides leaves no splinters', () => {
  const at = (x: number, y: number) => [x + y * 0.317, y + x * 0.0713] as const;
  const strip = (from: number, to: number) => land(at(from, 0), at(to, 0), at(to, 97), at(from, 97));
  const outline = land(at(0, 0), at(101, 0), at(203, 0), at(307, 0), at(307, 97), at(203, 97), at(101, 97), at(0, 97));
  const parts = [landPart('A', strip(0, 101)), landPart('C', strip(203, 307))];
  const windows = faultWindows(
    parts.map(({ polygons }) => polygons),
    outline,
  );
  const [residual, ...others] = findResiduals(outline, parts, windows);
  expect(others).toEqual([]);
  const area = landPart('gap', strip(101, 203)).twiceAreaSquareMillimetres;
  expect(residual!.twiceAreaSquareMillimetres).toBe(area);
  expect(findResiduals(outline, [...parts, landPart('B', strip(101, 203))], [])).toEqual([]);
  expect(
    findResiduals(rectangle(0, 0, 10, 10), [], [{ west: -100, south: -100, east: 10_100, north: 10_100 }]),
  ).toEqual([{ polygons: expect.any(Array) as unknown, twiceAreaSquareMillimetres: 200e6 }]);
});
