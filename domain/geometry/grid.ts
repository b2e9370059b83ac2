import proj4 from 'proj4';
import type { Point } from './shapes.ts';

/** The legal grid of a park: a CGCS2000 3° Gauss-Krüger zone without prefix, and an integer-metre origin in it. */
export interface GridDefinition {
  readonly epsg: number;
  readonly originEast: number;
  readonly originNorth: number;
}

export interface ParkGrid {
  /** Degrees (lon, lat) to whole millimetres from the origin. */
  toMillimetres(lonLat: readonly [number, number]): Point;
  /** Millimetres from the origin to degrees (lon, lat), ten decimals. */
  toDegrees(point: Point): [number, number];
  /** Metres of the legal grid itself (east, north; not from the origin) to degrees (lon, lat), not rounded. */
  metresToDegrees(eastMetres: number, northMetres: number): [number, number];
  readonly originEast: number;
  readonly originNorth: number;
}

/** CGCS2000 / 3-degree Gauss-Krüger CM 75E … 135E are EPSG:4534 … 4554, one code per 3° (EPSG v11.022). */
export function centralMeridian(epsg: number): number {
  if (!Number.isInteger(epsg) || epsg < 4534 || epsg > 4554) {
    throw new RangeError(`EPSG:${epsg} is no CGCS2000 3-degree Gauss-Kruger CM system`);
  }
  return 75 + (epsg - 4534) * 3;
}

export function parkGrid(definition: GridDefinition): ParkGrid {
  const plane = `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian(definition.epsg)} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs`;
  const converter = proj4('+proj=longlat +ellps=GRS80 +no_defs', plane);
  return {
    toMillimetres([lon, lat]) {
      const [east, north] = converter.forward([lon, lat]) as [number, number];
      return [wholeMillimetres(east - definition.originEast), wholeMillimetres(north - definition.originNorth)];
    },
    toDegrees([east, north]) {
      const [lon, lat] = converter.inverse([
        definition.originEast + east / 1000,
        definition.originNorth + north / 1000,
      ]) as [number, number];
      return [toTenDecimals(lon), toTenDecimals(lat)];
    },
    metresToDegrees: (eastMetres, northMetres) => converter.inverse([eastMetres, northMetres]) as [number, number],
    originEast: definition.originEast,
    originNorth: definition.originNorth,
  };
}

/** As degrees are written down. */
export function toTenDecimals(degrees: number): number {
  return Number(degrees.toFixed(10));
}

/** Rounded to the grid; adding zero turns -0 into 0, so that equal places are equal values. */
function wholeMillimetres(metres: number): number {
  return Math.round(metres * 1000) + 0;
}
