import type { NumberGroup } from './group-numbers.ts';
import type { Reading } from './list-readings.ts';
import type { Location } from './locate-box.ts';
import { bandOfZone, meridianOfZone, type CoordinateSystem } from './systems.ts';
import type { Declarations } from './weigh-declarations.ts';

export interface SystemWarning {
  readonly code: string;
  /** The file may not be placed so until a person has looked into it. */
  readonly isBlocking: boolean;
  readonly detail: Readonly<Record<string, string | number | null>>;
}

/** A reading of the numbers of a file in one system, and where it lies. */
export interface Considered {
  readonly group: NumberGroup;
  readonly groups: readonly NumberGroup[];
  readonly declared: Declarations;
  readonly reading: Reading;
  readonly system: CoordinateSystem;
  readonly location: Location | null;
}

/** Everything that speaks against a candidate: contradictions in the file, and a place far from the park. */
export function warnOf(considered: Considered, isNear: boolean): SystemWarning[] {
  const { declared, location } = considered;
  const warnings: SystemWarning[] = [...ofNumbers(considered), ...ofZone(considered)];
  const block = (code: string, detail: SystemWarning['detail']): void => {
    warnings.push({ code, isBlocking: true, detail });
  };
  if (declared.datums.length > 1) block('system.datum-conflict', { datums: declared.datums.join(' ') });
  for (const { from, text, epsg } of declared.unknown) {
    block('system.declared-unknown', { from, epsg, text: text.slice(0, 80) });
  }
  const contradicted = declared.systems.find(({ kind }) => kind !== considered.system.kind);
  if (contradicted) block('system.declared-does-not-fit', { epsg: contradicted.epsg });
  if (!location) block('system.beyond-grid', {});
  else if (!isNear) block('system.far-from-park', { distanceMetres: location.distanceMetres });
  return warnings;
}

function ofNumbers({ group, groups }: Considered): SystemWarning[] {
  return groups
    .filter((other) => other !== group)
    .map((other) => ({
      code:
        other.kind === 'metres-with-prefix' && group.prefix !== null ? 'system.mixed-zones' : 'system.mixed-numbers',
      isBlocking: true,
      detail: { count: other.count, line: other.firstAt.line, record: other.firstAt.record, prefix: other.prefix },
    }));
}

/** Header, prefix and reading are compared by meridian: 6° zone 20 and 3° zone 39 are one plane. */
function ofZone({ declared, reading, group }: Considered): SystemWarning[] {
  if (reading.kind !== 'plane') return [];
  const warnings: SystemWarning[] = [];
  const block = (code: string, detail: SystemWarning['detail']): void => {
    warnings.push({ code, isBlocking: true, detail });
  };
  const meridian = meridianOfZone(reading.bandDegrees, reading.zone);
  for (const { zone, centralMeridian } of declared.zones) {
    if (centralMeridian !== meridian) block('system.zone-conflict', { declaredZone: zone, zone: reading.zone });
  }
  if (reading.droppedPrefix !== null)
    block('system.wrong-prefix', { prefix: reading.droppedPrefix, zone: reading.zone });
  if (reading.isGuess && declared.zones.length === 0 && reading.reason.code === 'system.neighbour-zone') {
    warnings.push({ code: 'system.not-park-meridian', isBlocking: false, detail: { centralMeridian: meridian } });
  }
  if (declared.bandConflict) block('system.band-conflict', { ...declared.bandConflict });
  const prefixBand = group.prefix === null ? null : bandOfZone(group.prefix);
  const isOtherBand = prefixBand !== null && declared.bandDegrees !== null && declared.bandDegrees !== prefixBand;
  const isSamePlane = declared.zones.some(({ centralMeridian }) => centralMeridian === meridian);
  if (isOtherBand && !isSamePlane && !declared.bandConflict) {
    block('system.band-conflict', { bandDegrees: declared.bandDegrees, zone: group.prefix });
  }
  return warnings;
}
