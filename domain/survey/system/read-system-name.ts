import { bandOfZone, degreeSystem, planeSystem, systemOf, type CoordinateSystem, type Datum } from './systems.ts';

const datumPatterns: readonly (readonly [Datum, RegExp])[] = [
  ['new-beijing', /new ?beijing|新(1954|54)?年?北京/],
  ['beijing54', /beijing ?(19)?54|bj ?(19)?54|(19)?54年?北京|北京(19)?54/],
  ['xian80', /xi'?an ?(19)?80|(19)?80年?西安|西安(19)?80|^(19)?80年?国家大地/],
  [
    'cgcs2000',
    /cgcs ?2000|china ?2000|china geodetic coordinate system 2000|2000年?(中国)?国家大地|国家2000|国家大地(坐标系)? ?2000|^2000坐标/,
  ],
  ['wgs84', /wgs ?(19)?84|world geodetic system 1984/],
];

/** The datum a name in Chinese, ESRI's or EPSG's spelling speaks of; null when it says none or several. */
export function datumOfName(name: string): Datum | null {
  const plain = plainName(name);
  const [found, second] = datumPatterns.filter(([, pattern]) => pattern.test(plain));
  const isOnlyNewBeijing = found?.[0] === 'new-beijing' && second?.[0] === 'beijing54';
  return found && (!second || isOnlyNewBeijing) ? found[0] : null;
}

/**
 * The system of a name like `CGCS2000_3_Degree_GK_CM_117E`, `Beijing_1954_GK_Zone_20N` or
 * `Xian 1980 / 3-degree Gauss-Kruger zone 39`; null when the catalogue has none of that name.
 * A GK name without its degrees is of 6°; a zone followed by N has no zone before its eastings (names of ESRI and EPSG).
 */
export function systemOfName(name: string): CoordinateSystem | null {
  const plain = plainName(name);
  if (/web mercator|pseudo mercator/.test(plain)) return systemOf(3857);
  const datum = datumOfName(name);
  if (!datum) return null;
  const zone = /\bzone (\d{1,2})(n?)\b/.exec(plain) ?? /\bgauss kruger (\d{1,2})(n)\b/.exec(plain);
  const meridian = /\bcm (\d{2,3})e?\b/.exec(plain);
  const isPlane = /\b(gk|gauss kruger)\b/.test(plain);
  if (!isPlane) return zone || meridian || /utm|mercator|albers|lambert/.test(plain) ? null : degreeSystem(datum);
  const band = /\b3 degree/.test(plain) ? 3 : 6;
  if (zone) {
    const number = Number(zone[1]);
    return planeSystem(datum, /degree/.test(plain) ? band : (bandOfZone(number) ?? band), number, zone[2] !== 'n');
  }
  if (!meridian) return null;
  return planeSystem(datum, band, band === 3 ? Number(meridian[1]) / 3 : (Number(meridian[1]) + 3) / 6, false);
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_/-]+/g, ' ')
    .trim();
}
