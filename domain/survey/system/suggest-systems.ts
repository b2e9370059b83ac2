import { centralMeridian, parkGrid, type GridDefinition } from '../../geometry/grid.ts';
import type { SurveyFile } from '../survey-file.ts';
import { groupNumbers, type NumberGroup } from './group-numbers.ts';
import { listReadings, type Reading, type Reason } from './list-readings.ts';
import { locateBox, type BoxMillimetres } from './locate-box.ts';
import { degreeSystem, needsShift, planeSystem, systemOf, type CoordinateSystem, type Datum } from './systems.ts';
import { weighDeclarations, type Declarations } from './weigh-declarations.ts';
import { warnOf, type Considered, type SystemWarning } from './warn-of.ts';

export interface SystemCandidate {
  /** EPSG number, or numbers of a place's own, which want a four-parameter transformation. */
  readonly system: number | 'local';
  readonly isSwapped: boolean;
  readonly droppedPrefix: number | null;
  readonly reasons: readonly Reason[];
  readonly warnings: readonly SystemWarning[];
  /** Xian 1980, Beijing 1954 and local numbers: place and distance are those of the bare numbers, some 100 m off. */
  readonly needsShift: boolean;
  /** The file says it, the numbers agree and the land lies at the park; a person still has to look at the map. */
  readonly isCertain: boolean;
  /** From the box of the numbers to the box of the park's outline, 0 when they meet; null for local numbers. */
  readonly distanceMetres: number | null;
  /** The corners of that box in degrees (lon, lat), to be drawn. */
  readonly outlineDegrees: readonly (readonly [number, number])[] | null;
}

export interface SuggestionPark extends GridDefinition {
  /** The park's outline as a box in millimetres from its origin. */
  readonly outlineBox: BoxMillimetres;
}

/** The county's land lies about its park; farther out, zone, axis or datum is wrong (standards §2.4, rule 6). */
export const countyMetres = 20_000;
const undeclaredDatums: readonly Datum[] = ['cgcs2000', 'xian80', 'beijing54'];

/**
 * The systems the numbers of a file may be in, the likeliest first, each with its reasons and warnings (standards
 * §2.1, §2.4). The datum never follows from numbers: where the file says none, each datum is listed for the same
 * numbers. Nothing is decided here: a person confirms a candidate. Empty for a file without a finite position.
 */
export function suggestSystems(file: SurveyFile, park: SuggestionPark): SystemCandidate[] {
  const groups = groupNumbers(file);
  const [group] = groups;
  if (!group) return [];
  const declared = weighDeclarations(file, mayBeDegrees(group));
  const grid = parkGrid(park);
  const candidates = listReadings(group, declared, centralMeridian(park.epsg)).flatMap((reading) =>
    systemsOf(reading, declared).map((system) => {
      const location = locateBox(group, system, reading.droppedPrefix, park, grid);
      return candidateOf({ group, groups, declared, reading, system, location });
    }),
  );
  const full = declared.systems.filter(
    (system) => group.kind === 'unknown' && !candidates.some((each) => each.candidate.system === system.epsg),
  );
  const asSaid = full.map((system) => {
    const location = locateBox(group, system, null, park, grid);
    return candidateOf({ group, groups, declared, reading: readingOf(system), system, location });
  });
  const all = [...candidates, ...asSaid];
  const isAnyNear = all.some(({ isNear }) => isNear);
  const shown = all.filter(({ isNear, isGuess }) => isNear || !isGuess).sort((a, b) => compareRanks(a.rank, b.rank));
  const ranked = shown.map(({ candidate }) => candidate);
  const isLocalPossible = !isAnyNear || declared.unknown.length > 0;
  return [...ranked.map(onlyFirstCertain), ...(isLocalPossible ? [localCandidate(group)] : [])];
}

/** Degrees of other countries look like small numbers of any kind; that a format says degrees is worth something there. */
function mayBeDegrees({ kind, minEast, maxEast, minNorth, maxNorth }: NumberGroup): boolean {
  if (kind !== 'unknown') return kind === 'degrees';
  return minEast >= -180 && maxEast <= 180 && minNorth >= -90 && maxNorth <= 90;
}

interface Ranked {
  readonly candidate: SystemCandidate;
  readonly isNear: boolean;
  readonly isGuess: boolean;
  readonly rank: readonly number[];
}

function candidateOf(considered: Considered): Ranked {
  const { group, declared, reading, system, location } = considered;
  const isNear = location !== null && location.distanceMetres <= countyMetres;
  const warnings = warnOf(considered, isNear);
  const isDatumSaid = declared.datums.length > 0 || system.kind === 'web-mercator';
  const reasons: Reason[] = [
    reading.reason,
    isDatumSaid ? datumSaid(declared, system) : { code: 'system.datum-not-said', detail: { datum: system.datum } },
  ];
  if (group.isSwapped) reasons.push({ code: 'system.swapped', detail: {} });
  if (reading.kind === 'degrees' && declared.zones.length + Number(declared.bandDegrees !== null) > 0) {
    reasons.push({ code: 'system.degrees-not-metres', detail: {} });
  }
  if (isNear) reasons.push({ code: 'system.at-park', detail: { distanceMetres: location.distanceMetres } });
  const isSaid = isDatumSaid && !reading.isGuess && reading.reason.code !== 'system.park-meridian';
  const isDoubtful = group.isSwapped || reasons.some(({ code }) => code === 'system.degrees-not-metres');
  const blocking = warnings.filter(({ isBlocking }) => isBlocking).length;
  return {
    isNear,
    isGuess: reading.isGuess,
    rank: [
      isNear ? 0 : 1,
      blocking,
      reading.isGuess ? 1 : 0,
      Math.round(location?.distanceMetres ?? Number.MAX_SAFE_INTEGER),
      undeclaredDatums.indexOf(system.datum),
    ],
    candidate: {
      system: system.epsg,
      isSwapped: group.isSwapped,
      droppedPrefix: reading.droppedPrefix,
      reasons,
      warnings,
      needsShift: needsShift(system.datum),
      isCertain: isNear && isSaid && !isDoubtful && blocking === 0,
      distanceMetres: location?.distanceMetres ?? null,
      outlineDegrees: location?.outlineDegrees ?? null,
    },
  };
}

function datumSaid(declared: Declarations, system: CoordinateSystem): Reason {
  const isTaken = system.kind === 'plane' && declared.datums.includes('wgs84');
  return { code: isTaken ? 'system.wgs84-as-cgcs2000' : 'system.datum-said', detail: { datum: system.datum } };
}

function systemsOf(reading: Reading, declared: Declarations): CoordinateSystem[] {
  if (reading.kind === 'web-mercator') return [systemOf(3857)].filter((system) => system !== null);
  const datums = declared.datums.length > 0 ? declared.datums : undeclaredDatums;
  if (reading.kind === 'degrees') return datums.map(degreeSystem);
  const { bandDegrees, zone, hasPrefix } = reading;
  return datums.flatMap(
    (datum) => planeSystem(datum === 'wgs84' ? 'cgcs2000' : datum, bandDegrees, zone, hasPrefix) ?? [],
  );
}

/** A system said in full for numbers that are of no kind known here: of another country, or plainly wrong. */
function readingOf(system: CoordinateSystem): Reading {
  const plane = system.kind === 'plane' ? system : { bandDegrees: 3 as const, zone: 0, hasPrefix: false };
  const { bandDegrees, zone, hasPrefix } = plane;
  const reason = { code: 'system.declared', detail: { epsg: system.epsg } };
  return { kind: system.kind, bandDegrees, zone, hasPrefix, droppedPrefix: null, reason, isGuess: false };
}

function localCandidate(group: NumberGroup): SystemCandidate {
  return {
    system: 'local',
    isSwapped: group.isSwapped,
    droppedPrefix: null,
    reasons: [{ code: 'system.local-numbers', detail: {} }],
    warnings: [],
    needsShift: true,
    isCertain: false,
    distanceMetres: null,
    outlineDegrees: null,
  };
}

function onlyFirstCertain(candidate: SystemCandidate, index: number): SystemCandidate {
  return index === 0 ? candidate : { ...candidate, isCertain: false };
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index < 0 ? 0 : a[index]! - b[index]!;
}
