import type { FeatureCollection } from 'geojson';
import type { ImportEntry } from '../../answers/import.ts';
import { useImport } from '../../state/import.ts';
import { boundsOf, type Bounds } from './bounds-of.ts';

/** Frames a change on the map and goes there. */
export function useShow(): (entry: ImportEntry) => void {
  const importing = useImport();
  return (entry) => {
    importing.looked = { entry: entry.id, finding: null };
    const bounds = boundsOfCode(importing.incoming, entry.id);
    if (bounds) importing.wanted = bounds;
  };
}

function boundsOfCode(drawn: FeatureCollection | undefined, code: string): Bounds | null {
  const found = drawn?.features.find(({ properties }) => properties?.['code'] === code)?.geometry;
  const places: number[][] = [];
  const collect = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === 'number') places.push(part as number[]);
    else for (const inner of part) collect(inner);
  };
  if (found && 'coordinates' in found) collect(found.coordinates);
  return places.length > 0 ? boundsOf(places) : null;
}
