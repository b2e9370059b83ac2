import type { NumberGroup } from './group-numbers.ts';
import { bandOfZone, meridianOfZone } from './systems.ts';
import type { Declarations } from './weigh-declarations.ts';

export interface Reason {
  readonly code: string;
  readonly detail: Readonly<Record<string, string | number | null>>;
}

/** One way to understand the numbers, before anything is said of the datum. */
export interface Reading {
  readonly kind: 'plane' | 'degrees' | 'web-mercator' | 'local';
  readonly bandDegrees: 3 | 6;
  readonly zone: number;
  readonly hasPrefix: boolean;
  readonly droppedPrefix: number | null;
  readonly reason: Reason;
  /** Nothing in the file says so: worth showing only when it brings the land to the park. */
  readonly isGuess: boolean;
}

const mercatorEast = [8_100_000, 15_200_000] as const;
const mercatorNorth = [330_000, 7_200_000] as const;

/** Every way to read a group of numbers, the one the rules of standards §2.4 prefer first. */
export function listReadings(group: NumberGroup, declared: Declarations, parkMeridian: number): Reading[] {
  const found = [...byKind(group, declared, parkMeridian), ...asMercator(group, declared)];
  const seen = new Set<string>();
  return found.filter((each) => {
    const meridian = each.kind === 'plane' ? meridianOfZone(each.bandDegrees, each.zone) : 0;
    const key = `${each.kind} ${meridian} ${each.hasPrefix ? each.zone : ''} ${each.droppedPrefix}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

function byKind(group: NumberGroup, declared: Declarations, parkMeridian: number): Reading[] {
  switch (group.kind) {
    case 'degrees':
      return [{ ...noPlane, kind: 'degrees', reason: reason('system.degrees'), isGuess: false }];
    case 'metres-with-prefix':
      return withPrefix(group.prefix ?? 0, declared, parkMeridian);
    case 'metres':
      return withoutPrefix(declared, parkMeridian);
    case 'unknown':
      return [];
  }
}

const noPlane = { bandDegrees: 3, zone: 0, hasPrefix: false, droppedPrefix: null } as const;

function withPrefix(prefix: number, declared: Declarations, parkMeridian: number): Reading[] {
  const readings: Reading[] = [];
  const band = bandOfZone(prefix);
  if (band) readings.push(plane(band, prefix, { hasPrefix: true }, 'system.prefix'));
  const meridian = band && meridianOfZone(band, prefix);
  for (const { bandDegrees, zone, centralMeridian } of declared.zones) {
    if (centralMeridian === meridian) continue;
    if (Math.abs(zone - prefix) === 1) {
      readings.push(plane(bandDegrees, zone, { hasPrefix: true }, 'system.easting-overflow', prefix));
    }
    readings.push(plane(bandDegrees, zone, { droppedPrefix: prefix }, 'system.declared-zone', prefix));
  }
  for (const zone of [prefix - 1, prefix + 1]) {
    const overflowBand = bandOfZone(zone);
    if (!overflowBand || (band && band !== overflowBand)) continue;
    readings.push(plane(overflowBand, zone, { hasPrefix: true, isGuess: true }, 'system.easting-overflow', prefix));
  }
  if (meridian !== parkMeridian) {
    readings.push(plane(3, parkMeridian / 3, { droppedPrefix: prefix, isGuess: true }, 'system.wrong-prefix', prefix));
  }
  return readings;
}

function withoutPrefix(declared: Declarations, parkMeridian: number): Reading[] {
  const readings = declared.zones.map(({ bandDegrees, zone }) => plane(bandDegrees, zone, {}, 'system.declared-zone'));
  const isGuess = readings.length > 0;
  const parkZone = parkMeridian / 3;
  const wide = (parkMeridian + 3) / 6;
  const isWide = declared.bandDegrees === 6 && bandOfZone(wide) === 6;
  readings.push(plane(isWide ? 6 : 3, isWide ? wide : parkZone, { isGuess }, 'system.park-meridian'));
  for (const zone of [parkZone - 1, parkZone + 1]) {
    if (bandOfZone(zone) === 3) readings.push(plane(3, zone, { isGuess: true }, 'system.neighbour-zone'));
  }
  return readings;
}

function asMercator(group: NumberGroup, declared: Declarations): Reading[] {
  const isInRange =
    group.minEast >= mercatorEast[0] &&
    group.maxEast <= mercatorEast[1] &&
    group.minNorth >= mercatorNorth[0] &&
    group.maxNorth <= mercatorNorth[1];
  if (!isInRange) return [];
  const isGuess = !declared.systems.some(({ kind }) => kind === 'web-mercator');
  const reading: Reading = { ...noPlane, kind: 'web-mercator', reason: reason('system.web-mercator'), isGuess };
  return [reading];
}

function plane(
  bandDegrees: 3 | 6,
  zone: number,
  how: { readonly hasPrefix?: boolean; readonly droppedPrefix?: number; readonly isGuess?: boolean },
  code: string,
  prefix: number | null = null,
): Reading {
  const { hasPrefix = false, droppedPrefix = null, isGuess = false } = how;
  const detail = { zone, bandDegrees, centralMeridian: meridianOfZone(bandDegrees, zone), prefix };
  return { kind: 'plane', bandDegrees, zone, hasPrefix, droppedPrefix, reason: { code, detail }, isGuess };
}

function reason(code: string): Reason {
  return { code, detail: {} };
}
