import { describe, expect, test } from 'vitest';
import { readPrj } from '../../../../domain/survey/system/read-prj.ts';
import { readWkt } from '../../../../domain/survey/system/read-wkt.ts';

const spheroids = {
  China_2000: ['GCS_China_Geodetic_Coordinate_System_2000', 'D_China_2000', 'CGCS2000', 6378137, 298.257222101],
  Xian: ['GCS_Xian_1980', 'D_Xian_1980', 'Xian_1980', 6378140, 298.257],
  Beijing: ['GCS_Beijing_1954', 'D_Beijing_1954', 'Krasovsky_1940', 6378245, 298.3],
  New: ['GCS_New_Beijing', 'D_New_Beijing', 'Krasovsky_1940', 6378245, 298.3],
  WGS: ['GCS_WGS_1984', 'D_WGS_1984', 'WGS_1984', 6378137, 298.257223563],
} as const;

function geogcs(of: keyof typeof spheroids): string {
  const [name, datum, spheroid, a, rf] = spheroids[of];
  return `GEOGCS["${name}",DATUM["${datum}",SPHEROID["${spheroid}",${a}.0,${rf}]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`;
}

function esri(name: string, of: keyof typeof spheroids, falseEasting: number, meridian: number, scale = 1): string {
  return `PROJCS["${name}",${geogcs(of)},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${falseEasting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
}

const wkt2 = `PROJCRS["CGCS2000 / 3-degree Gauss-Kruger zone 39",BASEGEOGCRS["China Geodetic Coordinate System 2000",
  DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101,LENGTHUNIT["metre",1]]]],
  CONVERSION["3-degree Gauss-Kruger zone 39",METHOD["Transverse Mercator",ID["EPSG",9807]],
    PARAMETER["Latitude of natural origin",0],PARAMETER["Longitude of natural origin",117],
    PARAMETER["Scale factor at natural origin",1],PARAMETER["False easting",39500000],PARAMETER["False northing",0]],
  CS[Cartesian,2],AXIS["northing (X)",north],AXIS["easting (Y)",east],LENGTHUNIT["metre",1]`;

describe('a .prj file', () => {
  test.each([
    ['CGCS2000_3_Degree_GK_CM_117E', 'China_2000', 500_000, 117, 4548, 'cgcs2000', 3, 39],
    ['CGCS2000_3_Degree_GK_Zone_39', 'China_2000', 39_500_000, 117, 4527, 'cgcs2000', 3, 39],
    ['CGCS2000_GK_Zone_20', 'China_2000', 20_500_000, 117, 4498, 'cgcs2000', 6, 20],
    ['CGCS2000_GK_CM_117E', 'China_2000', 500_000, 117, 4509, 'cgcs2000', 6, 20],
    ['Xian_1980_3_Degree_GK_Zone_39', 'Xian', 39_500_000, 117, 2363, 'xian80', 3, 39],
    ['Xian_1980_3_Degree_GK_CM_117E', 'Xian', 500_000, 117, 2384, 'xian80', 3, 39],
    ['Xian_1980_GK_CM_117E', 'Xian', 500_000, 117, 2345, 'xian80', 6, 20],
    ['Beijing_1954_3_Degree_GK_CM_117E', 'Beijing', 500_000, 117, 2436, 'beijing54', 3, 39],
    ['Beijing_1954_GK_Zone_20', 'Beijing', 20_500_000, 117, 21420, 'beijing54', 6, 20],
    ['Beijing_1954_GK_Zone_20N', 'Beijing', 500_000, 117, 21460, 'beijing54', 6, 20],
    ['New_Beijing_3_Degree_Gauss_Kruger_CM_117E', 'New', 500_000, 117, 4796, null, 3, 39],
  ] as const)('of ESRI says %s', (name, of, falseEasting, meridian, epsg, datum, bandDegrees, zone) => {
    const text = esri(name, of, falseEasting, meridian);
    expect(readPrj(text)).toEqual({ from: 'prj', text, epsg, datum, bandDegrees, zone });
    expect(readPrj(name)).toMatchObject({ epsg, datum, bandDegrees, zone });
  });
  test('of degrees names its datum', () => {
    expect(readPrj(geogcs('China_2000'))).toMatchObject({ epsg: 4490, datum: 'cgcs2000', zone: null });
    expect(readPrj(geogcs('Xian'))).toMatchObject({ epsg: 4610, datum: 'xian80' });
    expect(readPrj(geogcs('WGS'))).toMatchObject({ epsg: 4326, datum: 'wgs84' });
  });
  test('of Web Mercator is no Gauss-Krüger plane', () => {
    const text = `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${geogcs('WGS')},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],UNIT["Meter",1.0]]`;
    expect(readPrj(text)).toMatchObject({ epsg: 3857, datum: 'wgs84', zone: null });
  });
  test('with an authority is taken at its word, in WKT 1 and 2', () => {
    const text = esri('whatever', 'China_2000', 500_000, 117).replace(/\]$/, ',AUTHORITY["EPSG","4548"]]');
    expect(readPrj(text).epsg).toBe(4548);
    expect(readPrj(`${wkt2},ID["EPSG",4527]]`).epsg).toBe(4527);
  });
  test('in WKT 2 without an authority is read by its parameters, not by that of its method', () => {
    expect(readPrj(`${wkt2}]`)).toMatchObject({ epsg: 4527, datum: 'cgcs2000', bandDegrees: 3, zone: 39 });
  });
  test('with round brackets, line breaks, small letters and a byte order mark reads the same', () => {
    const odd = `\uFEFF${esri('CGCS2000_3_Degree_GK_CM_117E', 'China_2000', 500_000, 117)
      .replaceAll('[', '(')
      .replaceAll(']', ')')
      .replaceAll(',', ',\r\n  ')
      .replace('PROJCS', 'projcs')}\r\n`;
    expect(readPrj(odd).epsg).toBe(4548);
  });
  test('within a compound system is found', () => {
    const text = `COMPD_CS["with heights",${esri('x', 'Xian', 39_500_000, 117)},VERT_CS["1985",VERT_DATUM["1985",2005]]]`;
    expect(readPrj(text).epsg).toBe(2363);
  });
  test('whose name contradicts its parameters goes by the parameters', () => {
    expect(readPrj(esri('CGCS2000_3_Degree_GK_CM_120E', 'China_2000', 500_000, 117)).epsg).toBe(4548);
  });
  test.each([
    ['a meridian of its own', esri('local', 'China_2000', 500_000, 117.5)],
    ['a scale', esri('local', 'China_2000', 500_000, 117, 0.9996)],
    ['a zone that is not its meridian', esri('odd', 'China_2000', 38_500_000, 117)],
    ['feet', esri('feet', 'China_2000', 500_000, 117).replace('UNIT["Meter",1.0]', 'UNIT["Foot",0.3048]')],
    ['UTM', esri('WGS_1984_UTM_Zone_50N', 'WGS', 500_000, 117, 0.9996)],
  ])('with %s says no zone and no number', (_, text) => {
    expect(readPrj(text)).toMatchObject({ epsg: null, bandDegrees: null, zone: null });
  });
  test('with an ellipsoid but no known datum says no datum', () => {
    const text = esri('x', 'Beijing', 500_000, 117)
      .replace('D_Beijing_1954', 'D_User')
      .replace('GCS_Beijing_1954', 'u');
    expect(readPrj(text)).toMatchObject({ epsg: null, datum: null });
  });
  test('of an unknown number keeps the number', () => {
    expect(readPrj('PROJCS["UTM",AUTHORITY["EPSG","32650"]]')).toMatchObject({ epsg: 32650, datum: null, zone: null });
  });
  test.each([
    ['empty', ''],
    ['cut off', esri('CGCS2000_3_Degree_GK_CM_117E', 'China_2000', 500_000, 117).slice(0, 90)],
    ['no text', '\u0000\u0001\u0002'],
    ['brackets without end', 'PROJCS['.repeat(200_000)],
    ['closed before opened', ']]]'],
    ['a quote without end', 'PROJCS["CGCS2000'],
    ['deep', `${'A['.repeat(30)}1${']'.repeat(30)}`],
    ['wide', `A[${'B[1],'.repeat(5000)}1]`],
  ])('that is %s comes back with its words', (_, text) => {
    const declared = readPrj(text);
    expect(declared).toMatchObject({ from: 'prj', epsg: null, zone: null });
    expect(declared.text.length).toBeLessThanOrEqual(4096);
  });
});

test('well-known text is read into its nodes', () => {
  expect(readWkt('A["x ""y""", 1.5e3, [')).toBeNull();
  expect(readWkt('A["x ""y""", -1.5e3, north, B(2)]')).toEqual({
    keyword: 'A',
    values: ['x "y"', -1500, 'north', { keyword: 'B', values: [2] }],
  });
});

test('well-known text deeper or wider than any real one is not read', () => {
  const nested = (depth: number): string => `${'A['.repeat(depth)}1${']'.repeat(depth)}`;
  expect(readWkt(nested(24))).not.toBeNull();
  expect(readWkt(nested(25))).toBeNull();
  expect(readWkt(`A[${'B[1],'.repeat(4000)}1]`)).not.toBeNull();
  expect(readWkt(`A[${'B[1],'.repeat(5000)}1]`)).toBeNull();
  expect(readWkt(`A["${'x'.repeat(70_000)}"]`)).toBeNull();
});
