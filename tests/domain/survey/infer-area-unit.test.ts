import { expect, test } from 'vitest';
import { parseDeclaredArea } from '../../../domain/survey/declared-area.ts';
import { inferAreaUnit } from '../../../domain/survey/infer-area-unit.ts';

test.each([
  ['square-metre', 51906.88],
  ['hectare', 5.1907],
  ['mu', 77.8603],
  ['square-kilometre', 0.0519],
  [null, 0],
  [null, -5.19],
  [null, NaN],
  [null, 50],
] as const)('an area is in %s when the computed one says so', (unit, declared) => {
  expect(inferAreaUnit(declared, 51906.88)).toBe(unit);
});

test('the unit is inferred up to 1 % and no further', () => {
  expect([1 / 1.0099, 1 / 0.9901, 1 / 1.011, 1 / 0.989].map((declared) => inferAreaUnit(declared, 1))).toEqual([
    'square-metre',
    'square-metre',
    null,
    null,
  ]);
  expect(inferAreaUnit(1, 0)).toBeNull();
});

test.each([
  ['5.1907', 5.1907, null],
  ['0.7655公顷', 0.7655, 'hectare'],
  ['77.86 亩', 77.86, 'mu'],
  ['51906.88m²', 51906.88, 'square-metre'],
  ['0.05(平方公里)', 0.05, 'square-kilometre'],
  ['５．１９公顷', 5.19, 'hectare'],
  ['5 尺', 5, null],
  ['0', 0, null],
])('%s is read as it stands', (written, value, unit) => {
  expect(parseDeclaredArea(written)).toEqual({ value, unit });
});

test.each(['', '面', '公顷', '-', '0x10', '__proto__'])('"%s" is no area', (written) => {
  expect(parseDeclaredArea(written)?.value ?? null).toBe(written === '0x10' ? 0 : null);
});
