import type { DeclaredSystem } from '../survey-file.ts';
import { declareSystem } from './declared-system.ts';
import { datumOfName, systemOfName } from './read-system-name.ts';
import { childrenOf, findNode, isNode, readWkt, type WktNode } from './read-wkt.ts';
import { bandOfZone, degreeSystem, planeSystem, systemOf, type CoordinateSystem, type Datum } from './systems.ts';

const projected = ['PROJCS', 'PROJCRS', 'PROJECTEDCRS'];
const geographic = ['GEOGCS', 'GEOGCRS', 'GEOGRAPHICCRS', 'GEODCRS', 'GEODETICCRS'];
const projectionNames = /^(gauss[ _-]?kr(u|ue|ü)ger|transverse[ _]mercator)$/i;

/**
 * What a .prj file (ESRI or OGC WKT, any version) says. A text that cannot be read, or says a plane the catalogue does
 * not hold (UTM, a meridian of its own, a scale, feet), comes back with its words only: epsg, band and zone null.
 */
export function readPrj(text: string): DeclaredSystem {
  const words = text.replace(/^\uFEFF/, '').trim();
  const root = readWkt(words);
  if (!root) return declareSystem('prj', words, systemOfName(/^[\w\s/-]{1,80}$/.test(words) ? words : ''));
  const plane = findNode(root, ...projected);
  const node = plane ?? findNode(root, ...geographic);
  if (!node) return declareSystem('prj', words, null);
  const epsg = authorityOf(node);
  if (epsg !== null) return declareSystem('prj', words, systemOf(epsg), epsg);
  const datum = datumOfNode(node);
  const system = plane ? systemOfPlane(plane, datum) : datum && degreeSystem(datum);
  const declared = declareSystem('prj', words, system);
  return system ? declared : { ...declared, datum: datum === 'new-beijing' ? null : datum };
}

function authorityOf(node: WktNode): number | null {
  for (const { values } of childrenOf(node, 'AUTHORITY', 'ID')) {
    const [authority, code] = values;
    if (String(authority).toUpperCase() === 'EPSG' && /^\d{4,6}$/.test(String(code))) return Number(code);
  }
  return null;
}

/** By the names of the node, of what it is based on and of its datum; the ellipsoid alone says no datum. */
function datumOfNode(node: WktNode): Datum | null {
  const base = findNode(node, ...geographic, 'BASEGEOGCRS', 'BASEGEODCRS') ?? node;
  const datum = findNode(base, 'DATUM', 'GEODETICDATUM', 'TRF', 'ENSEMBLE');
  for (const named of [datum, base, node]) {
    const found = named && datumOfName(nameOf(named));
    if (found) return found;
  }
  return null;
}

function systemOfPlane(node: WktNode, datum: Datum | null): CoordinateSystem | null {
  const conversion = findNode(node, 'CONVERSION') ?? node;
  const method = findNode(conversion, 'PROJECTION', 'METHOD');
  if (!method) return systemOfName(nameOf(node));
  if (/auxiliary_sphere|pseudo.mercator/i.test(nameOf(method))) return systemOf(3857);
  if (/pseudo.mercator/i.test(nameOf(node))) return systemOf(3857);
  if (!datum || !projectionNames.test(nameOf(method)) || !isInMetres(node)) return null;
  const parameters = new Map(
    childrenOf(conversion, 'PARAMETER').map(({ values }) => [parameterName(values[0]), values[1]]),
  );
  const number = (fallback: number, ...names: readonly string[]): number => {
    const value = names.map((name) => parameters.get(name)).find((each) => typeof each === 'number');
    return typeof value === 'number' ? value : fallback;
  };
  const isPlain =
    number(1, 'scale_factor', 'scale_factor_at_natural_origin') === 1 &&
    number(0, 'latitude_of_origin', 'latitude_of_natural_origin') === 0 &&
    number(0, 'false_northing') === 0;
  const meridian = number(Number.NaN, 'central_meridian', 'longitude_of_natural_origin');
  const falseEasting = number(Number.NaN, 'false_easting');
  if (Number.isNaN(meridian) || Number.isNaN(falseEasting)) return systemOfName(nameOf(node));
  return isPlain ? planeOfParameters(nameOf(node), datum, meridian, falseEasting) : null;
}

function planeOfParameters(
  name: string,
  datum: Datum,
  meridian: number,
  falseEasting: number,
): CoordinateSystem | null {
  const prefix = (falseEasting - 500_000) / 1_000_000;
  const band = (prefix === 0 ? null : bandOfZone(prefix)) ?? bandOfName(name) ?? (meridian % 3 === 0 ? 3 : 6);
  const zone = band === 3 ? meridian / 3 : (meridian + 3) / 6;
  if (prefix !== 0 && prefix !== zone) return null;
  // WGS 84 has no Gauss-Krüger planes in EPSG's list; those of CGCS2000 have the same numbers.
  return planeSystem(datum === 'wgs84' ? 'cgcs2000' : datum, band, zone, prefix !== 0);
}

/** `3_Degree`, `3-degree`; a GK name without is of 6°. */
function bandOfName(name: string): 3 | 6 | null {
  if (/(^|[^\d])3[ _-]?degree/i.test(name)) return 3;
  return /gk|gauss/i.test(name) ? 6 : null;
}

function isInMetres(node: WktNode): boolean {
  const units = childrenOf(node, 'UNIT', 'LENGTHUNIT');
  return units.every(({ values }) => values[1] === 1 || values.length < 2);
}

function nameOf(node: WktNode): string {
  const [name] = node.values;
  return name === undefined || isNode(name) ? '' : String(name);
}

function parameterName(value: string | number | WktNode | undefined): string {
  return typeof value === 'string' ? value.toLowerCase().replaceAll(' ', '_') : '';
}
