import type { DeclaredSystem } from '../survey-file.ts';
import { datumOfName } from './read-system-name.ts';
import { systemOf, type CoordinateSystem, type Datum } from './systems.ts';

const longestText = 4096;

/** A declaration of a known system, or of the bare EPSG number, or of nothing but its words. */
export function declareSystem(
  from: DeclaredSystem['from'],
  text: string,
  system: CoordinateSystem | null,
  epsg: number | null = null,
): DeclaredSystem {
  const isPlane = system?.kind === 'plane';
  return {
    from,
    text: text.slice(0, longestText),
    epsg: system?.epsg ?? epsg,
    datum: declaredDatum(system?.datum ?? null),
    bandDegrees: isPlane ? system.bandDegrees : null,
    zone: isPlane ? system.zone : null,
  };
}

/** New Beijing has no place in the shared shape of a declaration: it stays in its number and its words. */
export function declaredDatum(datum: Datum | null): DeclaredSystem['datum'] {
  return datum === 'new-beijing' ? null : datum;
}

/** The datum a declaration speaks of, New Beijing included. */
export function datumOf(declared: DeclaredSystem): Datum | null {
  if (declared.epsg !== null) return systemOf(declared.epsg)?.datum ?? declared.datum;
  return declared.datum ?? datumOfName(declared.text);
}
