import { falseEastingMetres, systemOf, type PlaneSystem } from '../../../domain/survey/system/systems.ts';
import { Refused } from '../refusal.ts';

const degree = 'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]';
/** ESRI's names; New Beijing has none that other programs agree on. */
const geographic: Readonly<Record<string, { wkt: string; name: string }>> = {
  cgcs2000: {
    name: 'CGCS2000',
    wkt: `GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],${degree}]`,
  },
  xian80: {
    name: 'Xian_1980',
    wkt: `GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],${degree}]`,
  },
  beijing54: {
    name: 'Beijing_1954',
    wkt: `GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]],${degree}]`,
  },
  wgs84: {
    name: 'WGS_1984',
    wkt: `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],${degree}]`,
  },
};

/** The .prj of a system in ESRI's WKT. Throws Refused for a system that ESRI has no name for. */
export function prjOf(epsg: number): string {
  const system = systemOf(epsg);
  const base = system && geographic[system.datum];
  if (!system || !base || system.kind === 'web-mercator') throw new Refused('write.system-unknown', { epsg });
  return system.kind === 'degrees' ? base.wkt : planePrj(system, base);
}

function planePrj(system: PlaneSystem, { name, wkt }: { name: string; wkt: string }): string {
  const band = system.bandDegrees === 3 ? '_3_Degree' : '';
  const place = system.hasPrefix ? `Zone_${system.zone}` : `CM_${system.centralMeridian}E`;
  const parameters = [
    ['False_Easting', falseEastingMetres(system)],
    ['False_Northing', 0],
    ['Central_Meridian', system.centralMeridian],
    ['Scale_Factor', 1],
    ['Latitude_Of_Origin', 0],
  ] as const;
  const written = parameters.map(([key, value]) => `PARAMETER["${key}",${value.toFixed(1)}]`).join(',');
  return `PROJCS["${name}${band}_GK_${place}",${wkt},PROJECTION["Gauss_Kruger"],${written},UNIT["Meter",1.0]]`;
}
