import type { FourParameters, SevenParameters } from '../../../domain/survey/system/shift/transformation.ts';
import { planeSystem, systemOf } from '../../../domain/survey/system/systems.ts';
import type { ChosenSystem } from '../../state/import/placing.ts';

/** The plane whose metres four parameters take: that of the file, or for degrees the park's zone on their datum. */
export function planeBefore({ system }: ChosenSystem, parkEpsg: number): FourParameters['from'] {
  const known = system === 'local' ? null : systemOf(system);
  const park = systemOf(parkEpsg);
  if (!known || known.kind === 'plane' || park?.kind !== 'plane') return system;
  return planeSystem(known.datum, park.bandDegrees, park.zone, false)?.epsg ?? system;
}

/** The datum seven parameters begin at; null for a system that has none of the old ones. */
export function datumBefore({ system }: ChosenSystem): SevenParameters['fromDatum'] | null {
  const datum = system === 'local' ? null : systemOf(system)?.datum;
  return datum === 'xian80' || datum === 'beijing54' || datum === 'new-beijing' ? datum : null;
}
