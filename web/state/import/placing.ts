import { nameDatum, nameSystem } from '../../../domain/survey/system/name-system.ts';
import type { Transformation } from '../../../domain/survey/system/shift/transformation.ts';
import { needsShift, planeSystem, systemOf, type CoordinateSystem } from '../../../domain/survey/system/systems.ts';
import type { BothWords, SystemCandidate } from '../../answers/import.ts';

/** How the numbers of a file are to be understood: a candidate, or what a person says instead. */
export interface ChosenSystem {
  readonly system: number | 'local';
  readonly isSwapped: boolean;
  readonly droppedPrefix: number | null;
}

export interface Placing extends ChosenSystem {
  readonly transformation: Transformation | null;
}

export function keyOf({ system, isSwapped, droppedPrefix }: ChosenSystem): string {
  return [system, isSwapped ? 'swapped' : '', droppedPrefix ?? ''].join(' ');
}

export function systemOfCandidate({ system, isSwapped, droppedPrefix }: SystemCandidate): ChosenSystem {
  return { system, isSwapped, droppedPrefix };
}

/** Whether nobody may place such numbers without parameters that somebody measured. */
export function wantsParameters({ system }: ChosenSystem): boolean {
  const known = system === 'local' ? null : systemOf(system);
  return known === null || needsShift(known.datum);
}

export function nameOf(system: number | 'local'): BothWords {
  if (system === 'local') return { zh: '地方独立坐标系', en: "Coordinates of a place's own" };
  const known = systemOf(system);
  return known ? nameSystem(known) : { zh: `EPSG:${system}`, en: `EPSG:${system}` };
}

/** The datum alone: short enough for a map. */
export function shortNameOf(system: number | 'local'): BothWords {
  const known = system === 'local' ? null : systemOf(system);
  return known ? nameDatum(known.datum) : nameOf(system);
}

const datums = ['cgcs2000', 'xian80', 'beijing54'] as const;
const degreeSystems = [4490, 4610, 4214, 4326, 3857];

/** Systems of survey files about a park on this meridian: its own zone and the two beside it, and degrees. */
export function systemsAbout(parkEpsg: number): readonly CoordinateSystem[] {
  const park = systemOf(parkEpsg);
  if (park?.kind !== 'plane') return [];
  const own = Math.round(park.centralMeridian / 3);
  const planes = datums.flatMap((datum) =>
    [own, own - 1, own + 1].flatMap((zone) =>
      [true, false].flatMap((hasPrefix) => planeSystem(datum, 3, zone, hasPrefix) ?? []),
    ),
  );
  const sixDegrees = datums.flatMap((datum) =>
    [Math.floor(park.centralMeridian / 6) + 1].flatMap((zone) =>
      [true, false].flatMap((hasPrefix) => planeSystem(datum, 6, zone, hasPrefix) ?? []),
    ),
  );
  return [...planes, ...sixDegrees, ...degreeSystems.flatMap((epsg) => systemOf(epsg) ?? [])];
}
