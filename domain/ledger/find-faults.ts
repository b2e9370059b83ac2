import type { MultiPolygon } from '../geometry/shapes.ts';
import { subtractLand } from './clip-land.ts';
import { countedAgain, findOverlaps, type Overlap, type Region } from './find-overlaps.ts';
import { findResiduals } from './find-residuals.ts';
import { findStrays, type Stray } from './find-strays.ts';
import type { LandPart } from './land-parts.ts';
import { bookedIn, type Territory } from './ledger-row.ts';
import { boxesMeet, boxOf, type Box } from './near-pairs.ts';

/** Everything that keeps a plan version from being covered once by its parts, in its phases. */
export interface Faults {
  readonly overlaps: readonly Overlap[];
  /** The land of the overlaps, as often as it is counted too much. */
  readonly again: readonly Region[];
  readonly residuals: readonly Region[];
  readonly outside: readonly Stray[];
  readonly astray: readonly Stray[];
}

/** `windows` are boxes outside of which the parts cover the outline once. */
export function findFaults(
  outline: MultiPolygon,
  phases: readonly Territory[],
  parts: readonly LandPart[],
  windows: readonly Box[],
): Faults {
  const suspects = parts.filter(({ polygons }) => windows.some((window) => boxesMeet(boxOf(polygons), window)));
  const overlaps = findOverlaps(suspects);
  const outside = findStrays(parts, outline);
  const astray = phases.flatMap((territory) => findStrays(bookedIn(parts, territory), territory.polygons));
  return {
    overlaps,
    again: countedAgain(overlaps),
    residuals: findResiduals(outline, suspects, windows),
    outside,
    astray: astray.flatMap((stray) => withinOutline(stray, outside)),
  };
}

/** What of a stray lies in the outline; what lies beyond is told once, as outside. */
function withinOutline(stray: Stray, outside: readonly Stray[]): Stray[] {
  const beyond = outside.find(({ part }) => part === stray.part);
  if (!beyond) return [stray];
  const rest = stray.twiceAreaSquareMillimetres - beyond.twiceAreaSquareMillimetres;
  const polygons = subtractLand(stray.polygons, [beyond.polygons]);
  return polygons.length === 0 ? [] : [{ part: stray.part, polygons, twiceAreaSquareMillimetres: rest }];
}
