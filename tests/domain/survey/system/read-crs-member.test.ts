import { describe, expect, test } from 'vitest';
import { readCrsMember } from '../../../../domain/survey/system/read-crs-member.ts';

const named = (name: unknown): unknown => ({ type: 'name', properties: { name } });

describe('the crs member of old GeoJSON', () => {
  test.each([
    ['urn:ogc:def:crs:EPSG::4548', 4548],
    ['urn:ogc:def:crs:EPSG:6.9:4527', 4527],
    ['urn:x-ogc:def:crs:EPSG:4490', null],
    ['EPSG:2384', 2384],
    ['epsg:4214', 4214],
    ['EPSG::4610', 4610],
    ['http://www.opengis.net/def/crs/EPSG/0/4490', 4490],
    ['http://www.opengis.net/gml/srs/epsg.xml#4326', 4326],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 4326],
    ['urn:ogc:def:crs:OGC::CRS84', 4326],
    ['OGC:CRS84', 4326],
    ['EPSG:900913', 3857],
    ['CGCS2000_3_Degree_GK_CM_117E', 4548],
    ['EPSG:32650', 32650],
    ['something else', null],
  ])('named %s', (name, epsg) => {
    expect(readCrsMember(named(name))).toMatchObject({ from: 'crs-member', text: name, epsg });
    expect(readCrsMember(name)?.epsg).toBe(epsg);
  });
  test('carries datum, band and zone of a known plane', () => {
    expect(readCrsMember(named('EPSG:2363'))).toMatchObject({ datum: 'xian80', bandDegrees: 3, zone: 39 });
  });
  test('in the older form with a code', () => {
    expect(readCrsMember({ type: 'EPSG', properties: { code: 4548 } })?.epsg).toBe(4548);
  });
  test('as a link keeps the link', () => {
    const member = { type: 'link', properties: { href: 'crs.wkt', type: 'ogcwkt' } };
    expect(readCrsMember(member)).toMatchObject({ text: 'crs.wkt', epsg: null });
  });
  test('that is not there says nothing, one that makes no sense says no system', () => {
    expect(readCrsMember(undefined)).toBeNull();
    expect(readCrsMember(null)).toBeNull();
    for (const member of [7, [], {}, { properties: null }, named(7)]) {
      expect(readCrsMember(member)).toMatchObject({ epsg: null, datum: null });
    }
  });
});
