import { arrangeRing } from '../../../domain/survey/rings/arrange-ring.ts';
import type { Position } from '../../../domain/survey/survey-file.ts';
import { systemOf } from '../../../domain/survey/system/systems.ts';
import { Refused } from '../refusal.ts';
import { columnsOf, type WrittenFeature, type WrittenFile, type WrittenLand } from '../written-land.ts';

/** KML 2.2: longitude and latitude on WGS 84 (CGCS2000 counts as such). Throws Refused for land in metres. */
export function writeKml(land: WrittenLand): WrittenFile {
  const system = systemOf(land.epsg);
  const isWorldwide = system?.kind === 'degrees' && (system.datum === 'wgs84' || system.datum === 'cgcs2000');
  if (!isWorldwide) throw new Refused('write.needs-degrees', { epsg: land.epsg });
  const kml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    `<name>${escaped(land.name)}</name>`,
    ...land.features.map(placemark),
    '</Document></kml>\n',
  ].join('\n');
  return { bytes: new TextEncoder().encode(kml), extension: 'kml', notes: [] };
}

function placemark(feature: WrittenFeature): string {
  const data = Object.entries(columnsOf(feature))
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `<Data name="${escaped(key)}"><value>${escaped(String(value))}</value></Data>`);
  return [
    `<Placemark><name>${escaped(feature.code ?? feature.name ?? '')}</name>`,
    `<ExtendedData>${data.join('')}</ExtendedData>`,
    `<MultiGeometry>${feature.polygons.map(polygon).join('')}</MultiGeometry></Placemark>`,
  ].join('\n');
}

function polygon(rings: readonly (readonly Position[])[]): string {
  const written = rings.map((positions, index) => {
    const winding = index === 0 ? 'counter-clockwise' : 'clockwise';
    const ring = arrangeRing({ positions, names: null }, { start: 'kept', winding }).positions;
    const tuples = [...ring, ring[0]!].map(([longitude, latitude]) => `${longitude},${latitude}`).join(' ');
    const side = index === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs';
    return `<${side}><LinearRing><coordinates>${tuples}</coordinates></LinearRing></${side}>`;
  });
  return `<Polygon>${written.join('')}</Polygon>`;
}

function escaped(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])\p{Cc}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
