import { describe, expect, test } from 'vitest';
import { systemOf } from '../../../domain/survey/system/systems.ts';
import { datumBefore, planeBefore } from '../../../web/panels/import/shift-systems.ts';
import { newShiftDraft, placeControls, typedNumber } from '../../../web/state/import/shift-draft.ts';
import { keyOf, nameOf, systemsAbout, wantsParameters } from '../../../web/state/import/placing.ts';

const chosen = (system: number | 'local') => ({ system, isSwapped: false, droppedPrefix: null });

describe('systems a person may name', () => {
  test('about meridian 117°: zones 38 to 40 of every datum, with and without their number, and degrees', () => {
    const numbers = systemsAbout(4548).map(({ epsg }) => epsg);
    // CGCS2000 3° zone 39 with and without prefix, zones 38 and 40, 6° zone 20, Xian 80, Beijing 54, degrees.
    expect(numbers).toEqual(expect.arrayContaining([4527, 4548, 4526, 4528, 4498, 2363, 2384, 2415, 2436, 4490, 3857]));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((epsg) => nameOf(epsg).zh !== '' && nameOf(epsg).en !== '')).toBe(true);
  });

  test('want parameters unless they are CGCS2000 or WGS 84', () => {
    expect([4527, 4490, 4326, 3857].map((epsg) => wantsParameters(chosen(epsg)))).toEqual([false, false, false, false]);
    expect(([2363, 2415, 4610, 'local'] as const).map((one) => wantsParameters(chosen(one)))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test('differ by axes and zone taken off', () => {
    expect(keyOf(chosen(4527))).not.toBe(keyOf({ ...chosen(4527), isSwapped: true }));
    expect(keyOf(chosen(4527))).not.toBe(keyOf({ ...chosen(4527), droppedPrefix: 38 }));
  });
});

describe('parameters', () => {
  test('of degrees begin on the plane of their datum at the park’s meridian', () => {
    expect(planeBefore(chosen(2363), 4548)).toBe(2363);
    const plane = systemOf(Number(planeBefore(chosen(4610), 4548)));
    expect(plane).toMatchObject({ kind: 'plane', datum: 'xian80', centralMeridian: 117, hasPrefix: false });
    expect(planeBefore(chosen('local'), 4548)).toBe('local');
  });

  test('of seven belong to an old datum', () => {
    expect([2363, 2415, 4490].map((epsg) => datumBefore(chosen(epsg)))).toEqual(['xian80', 'beijing54', null]);
    expect(datumBefore(chosen('local'))).toBeNull();
  });

  test.each([
    ['3 041 120.55', 3_041_120.55],
    ['39，526，112.3', 39_526_112.3],
    ['−12.5', -12.5],
    ['1e-6', 1e-6],
    ['.5', 0.5],
    ['', null],
    ['12m', null],
    ['1.2.3', null],
    ['Infinity', null],
  ])('typed as “%s” are %s', (text, value) => {
    expect(typedNumber(text)).toBe(value);
  });

  test('of control points are placed by their new coordinates, once both are typed', () => {
    const { rows } = newShiftDraft();
    Object.assign(rows[0]!, { newNorth: '3045900.443', newEast: '530958.020' });
    Object.assign(rows[1]!, { newNorth: '3045900.443' });
    const placed = placeControls(rows, { epsg: 4548, originEast: 526_000, originNorth: 3_041_000 });
    expect(placed).toHaveLength(1);
    expect(placed[0]).toMatchObject({ name: '1' });
    // gdaltransform -s_srs EPSG:4548 -t_srs EPSG:4490
    expect(placed[0]!.place[0]).toBeCloseTo(117.313373184377, 9);
    expect(placed[0]!.place[1]).toBeCloseTo(27.5255143567889, 9);
  });
});
