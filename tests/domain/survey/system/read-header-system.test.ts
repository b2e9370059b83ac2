import { describe, expect, test } from 'vitest';
import { readHeaderSystem } from '../../../../domain/survey/system/read-header-system.ts';

const header = (坐标系: string, 几度分带: string, 带号: string): Record<string, string> => ({ 坐标系, 几度分带, 带号 });

describe('the header of a coordinate TXT', () => {
  test.each([
    ['2000国家大地坐标系', 'cgcs2000'],
    ['CGCS2000', 'cgcs2000'],
    ['国家大地2000坐标系', 'cgcs2000'],
    ['２０００国家大地坐标系', 'cgcs2000'],
    ['80国家大地坐标系', 'xian80'],
    ['1980西安坐标系', 'xian80'],
    ['1980西安国家大地坐标系', 'xian80'],
    ['西安80坐标系', 'xian80'],
    ['1954北京坐标系', 'beijing54'],
    ['1954年北京坐标系', 'beijing54'],
    ['北京54', 'beijing54'],
    ['WGS84坐标系', 'wgs84'],
    ['WGS-84', 'wgs84'],
    ['新1954年北京坐标系', null],
    ['光泽县独立坐标系', null],
    ['', null],
  ])('坐标系=%s', (name, datum) => {
    expect(readHeaderSystem(header(name, '3', '39'))?.system).toMatchObject({ from: 'header', epsg: null, datum });
  });
  test.each([
    ['3', 3],
    ['6', 6],
    ['3度带', 3],
    ['6°带', 6],
    ['３', 3],
    ['三度带', 3],
    ['', null],
    ['1.5', null],
  ])('几度分带=%s', (band, bandDegrees) => {
    expect(readHeaderSystem(header('CGCS2000', band, ''))?.system).toMatchObject({ bandDegrees, zone: null });
  });
  test.each([
    ['39', '3', 39, null],
    ['第39带', '3', 39, null],
    ['20', '6', 20, null],
    ['３９', '3', 39, null],
    ['', '3', null, null],
    ['3', '3', null, 'system.zone-is-band-width'],
    ['6', '6', null, 'system.zone-is-band-width'],
    ['117', '3', 39, 'system.zone-is-meridian'],
    ['117', '6', 20, 'system.zone-is-meridian'],
    ['99', '6', 17, 'system.zone-is-meridian'],
    ['50', '3', null, 'system.zone-unknown'],
    ['0', '', null, 'system.zone-unknown'],
  ])('带号=%s with 几度分带=%s', (text, band, zone, code) => {
    const read = readHeaderSystem(header('CGCS2000', band, text), { line: 9, record: null });
    expect(read?.system.zone).toBe(zone);
    expect(read?.notes.map((note) => note.code)).toEqual(code === null ? [] : [code]);
    for (const note of read?.notes ?? []) expect(note).toMatchObject({ severity: 'mended', at: { line: 9 } });
  });
  test('without any of the three says nothing', () => {
    expect(readHeaderSystem({ 精度: '0.001' })).toBeNull();
    expect(readHeaderSystem(header('', '', ''))).toBeNull();
  });
  test('keeps its words', () => {
    expect(readHeaderSystem(header('CGCS2000', '3', '39'))?.system.text).toBe('坐标系=CGCS2000;几度分带=3;带号=39');
  });
});
