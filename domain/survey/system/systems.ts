export type Datum = 'cgcs2000' | 'xian80' | 'beijing54' | 'new-beijing' | 'wgs84';

/** A Gauss-Krüger plane in metres. The zone stands before the eastings (39 532 610) where `hasPrefix`. */
export interface PlaneSystem {
  readonly kind: 'plane';
  readonly epsg: number;
  readonly datum: Datum;
  readonly bandDegrees: 3 | 6;
  readonly zone: number;
  readonly centralMeridian: number;
  readonly hasPrefix: boolean;
}

export type CoordinateSystem =
  | PlaneSystem
  | { readonly kind: 'degrees'; readonly epsg: number; readonly datum: Datum }
  | { readonly kind: 'web-mercator'; readonly epsg: number; readonly datum: 'wgs84' };

interface Run {
  readonly datum: Datum;
  readonly bandDegrees: 3 | 6;
  readonly hasPrefix: boolean;
  readonly firstZone: number;
  readonly lastZone: number;
  readonly firstEpsg: number;
}

const run = (
  datum: Datum,
  bandDegrees: 3 | 6,
  hasPrefix: boolean,
  zones: readonly [number, number],
  epsg: number,
): Run => ({ datum, bandDegrees, hasPrefix, firstZone: zones[0], lastZone: zones[1], firstEpsg: epsg });

/** EPSG numbers a family of zones in one run, except New Beijing's 3° zones (EPSG v10.076 and v11.022). */
const runs: readonly Run[] = [
  run('cgcs2000', 3, true, [25, 45], 4513),
  run('cgcs2000', 3, false, [25, 45], 4534),
  run('cgcs2000', 6, true, [13, 23], 4491),
  run('cgcs2000', 6, false, [13, 23], 4502),
  run('xian80', 3, true, [25, 45], 2349),
  run('xian80', 3, false, [25, 45], 2370),
  run('xian80', 6, true, [13, 23], 2327),
  run('xian80', 6, false, [13, 23], 2338),
  run('beijing54', 3, true, [25, 45], 2401),
  run('beijing54', 3, false, [25, 45], 2422),
  run('beijing54', 6, true, [13, 23], 21413),
  run('beijing54', 6, false, [13, 23], 21453),
  run('new-beijing', 3, true, [25, 29], 4652),
  run('new-beijing', 3, true, [30, 45], 4766),
  run('new-beijing', 3, false, [25, 43], 4782),
  run('new-beijing', 3, false, [44, 44], 4812),
  run('new-beijing', 3, false, [45, 45], 4822),
  run('new-beijing', 6, true, [13, 23], 4568),
  run('new-beijing', 6, false, [13, 23], 4579),
];

const degrees: Readonly<Record<Datum, number>> = {
  cgcs2000: 4490,
  xian80: 4610,
  beijing54: 4214,
  'new-beijing': 4555,
  wgs84: 4326,
};

/** Other numbers of the same system: CGCS2000 in three dimensions, and the old names of Web Mercator. */
const aliases: ReadonlyMap<number, number> = new Map([
  [4480, 4490],
  [4979, 4326],
  [900913, 3857],
  [3785, 3857],
  [102100, 3857],
  [102113, 3857],
]);

/** proj4's words for the ellipsoids; WGS84 counts as CGCS2000 (0.1 mm apart), so that no shift is made between them. */
export const ellipsoids: Readonly<Record<Datum, string>> = {
  cgcs2000: '+ellps=GRS80',
  wgs84: '+ellps=GRS80',
  xian80: '+a=6378140 +rf=298.257',
  beijing54: '+ellps=krass',
  'new-beijing': '+ellps=krass',
};

/** The system of an EPSG number, its aliases included; null when the catalogue does not hold it. */
export function systemOf(epsg: number): CoordinateSystem | null {
  // EPSG:21473–21483 are the deprecated numbers of the 6° Beijing 1954 planes without a zone before their eastings.
  const code = epsg >= 21473 && epsg <= 21483 ? epsg - 20 : (aliases.get(epsg) ?? epsg);
  if (code === 3857) return { kind: 'web-mercator', epsg: 3857, datum: 'wgs84' };
  for (const datum of Object.keys(degrees) as Datum[]) {
    if (degrees[datum] === code) return degreeSystem(datum);
  }
  const family = runs.find((each) => code >= each.firstEpsg && code <= each.firstEpsg + each.lastZone - each.firstZone);
  return family && Number.isInteger(code) ? planeOf(family, family.firstZone + code - family.firstEpsg) : null;
}

/** The plane of a datum, band and zone (3°: 25–45, 6°: 13–23); null when there is none, as for WGS84. */
export function planeSystem(datum: Datum, bandDegrees: 3 | 6, zone: number, hasPrefix: boolean): PlaneSystem | null {
  const family = runs.find(
    (each) =>
      each.datum === datum &&
      each.bandDegrees === bandDegrees &&
      each.hasPrefix === hasPrefix &&
      zone >= each.firstZone &&
      zone <= each.lastZone,
  );
  return family && Number.isInteger(zone) ? planeOf(family, zone) : null;
}

export function degreeSystem(datum: Datum): CoordinateSystem {
  return { kind: 'degrees', epsg: degrees[datum], datum };
}

/** 3° zone 39 and 6° zone 20 are both 117°. */
export function meridianOfZone(bandDegrees: 3 | 6, zone: number): number {
  return bandDegrees === 3 ? zone * 3 : zone * 6 - 3;
}

/** A zone number alone tells its band: 3° zones of China are 25–45, 6° zones 13–23. */
export function bandOfZone(zone: number): 3 | 6 | null {
  if (!Number.isInteger(zone)) return null;
  if (zone >= 25 && zone <= 45) return 3;
  return zone >= 13 && zone <= 23 ? 6 : null;
}

/** Positions on these datums have no known place on CGCS2000 without a transformation somebody measured. */
export function needsShift(datum: Datum): boolean {
  return datum !== 'cgcs2000' && datum !== 'wgs84';
}

export function falseEastingMetres(system: PlaneSystem): number {
  return system.hasPrefix ? system.zone * 1_000_000 + 500_000 : 500_000;
}

/** A proj4 definition without any datum shift, always [east, north] or [longitude, latitude]. */
export function proj4Definition(system: CoordinateSystem): string {
  switch (system.kind) {
    case 'degrees':
      return `+proj=longlat ${ellipsoids[system.datum]} +no_defs`;
    case 'web-mercator':
      return '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs';
    case 'plane':
      return `+proj=tmerc +lat_0=0 +lon_0=${system.centralMeridian} +k=1 +x_0=${falseEastingMetres(system)} +y_0=0 ${ellipsoids[system.datum]} +units=m +no_defs`;
  }
}

function planeOf(family: Run, zone: number): PlaneSystem {
  const { datum, bandDegrees, hasPrefix } = family;
  const epsg = family.firstEpsg + zone - family.firstZone;
  const centralMeridian = meridianOfZone(bandDegrees, zone);
  return { kind: 'plane', epsg, datum, bandDegrees, zone, centralMeridian, hasPrefix };
}
