import { expect, test } from 'vitest';
import { nextCodes } from '../../../domain/parcel/next-codes.ts';

test.each<[code: string, used: string[], codes: string[]]>([
  ['D-03', ['D-03', 'D-09', 'C-12', 'D-1a', 'E-44'], ['D-10', 'D-11']],
  ['D-03', [], ['D-01', 'D-02']],
  ['A', ['A', 'A-1'], ['A-2', 'A-3']],
  ['350723-007', ['350723-099'], ['350723-100', '350723-101']],
  ['99', ['99'], ['100', '101']],
])('after %s, where %j are used: %j', (code, used, codes) => {
  expect(nextCodes(code, used, 2)).toEqual(codes);
});
