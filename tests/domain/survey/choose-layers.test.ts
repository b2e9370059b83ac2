import { describe, expect, test } from 'vitest';
import { chooseLayers } from '../../../domain/survey/choose-layers.ts';
import { decodeText } from '../../../domain/survey/decode-text.ts';
import { readCoordinateTxt } from '../../../domain/survey/read-coordinate-txt.ts';

const block = (zone: number, east: number) => `[属性描述]
坐标系=2000国家大地坐标系
几度分带=3
带号=${zone}
[地块坐标]
4,1,B-${zone},,面,,,,@
J1,1,3046200.000,${east}
J2,1,3046200.000,${east + 100}
J3,1,3046100.000,${east + 100}
`;
const read = (text: string) => readCoordinateTxt(decodeText(new TextEncoder().encode(text)));

describe('some layers of a file', () => {
  test('come with what the file says of their system, and nothing of the others', () => {
    const file = read(block(39, 39_532_000) + block(40, 40_233_000));
    expect(file.systems.map(({ zone }) => zone)).toEqual([39, 40]);
    const [first, second] = file.layers;
    expect(chooseLayers(file, [second!.name])).toMatchObject({ layers: [second], systems: [{ zone: 40 }] });
    expect(chooseLayers(file, [first!.name])).toMatchObject({ layers: [first], systems: [{ zone: 39 }] });
    expect(chooseLayers(file, null)).toBe(file);
    expect(chooseLayers(file, ['nobody'])).toMatchObject({ layers: [] });
  });

  test('a block before the first header has no system of its own', () => {
    const bare = '4,1,B-0,,面,,,,@\nJ1,1,3046200.000,532000\nJ2,1,3046200.000,532100\nJ3,1,3046100.000,532100\n';
    const file = read(bare + block(39, 39_532_000) + block(40, 40_233_000));
    expect(file.layers.map(({ systems }) => systems?.map(({ zone }) => zone))).toEqual([[], [39], [40]]);
  });

  test('of a file with one header for all keep it', () => {
    const file = read(block(39, 39_532_000) + block(39, 39_533_000));
    expect(chooseLayers(file, [file.layers[1]!.name]).systems).toEqual(file.systems);
  });
});
