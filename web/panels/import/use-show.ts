import type { ImportEntry } from '../../answers/import.ts';
import { findBounds } from '../../map/geometry/find-bounds.ts';
import { useImport } from '../../state/import.ts';

/** Frames a change on the map and goes there. */
export function useShow(): (entry: ImportEntry) => void {
  const importing = useImport();
  return (entry) => {
    importing.looked = { entry: entry.id, finding: null };
    const bounds = importing.incoming ? findBounds([importing.incoming], new Set([entry.id])) : null;
    if (bounds) importing.wanted = bounds;
  };
}
