import { edgeKey } from '../coverage.ts';
import { overlayArea } from '../overlay/overlay-area.ts';
import { prepareOverlay } from '../overlay/prepare-overlay.ts';
import type { MultiPolygon } from '../shapes.ts';
import { directedEdges } from './cut-along.ts';
import { findMeeting } from './edges-meet.ts';
import { insertCorners } from './insert-corners.ts';
import { refuseSplit, type SplitRefusal } from './refuse-split.ts';
import { traceFaces, type DirectedEdge } from './trace-faces.ts';

export interface MergedLand {
  readonly merged: MultiPolygon;
  /** The lands with one another's corners: the merged land is their sum exactly. */
  readonly completed: readonly MultiPolygon[];
}

/**
 * One land of several that share edges. Common edges go, every corner of the outline stays, also where it is straight; a
 * hole arises where the lands surround something. Refuses with merge.not-adjacent (number of a land, from 1, that shares
 * no edge with the first or its neighbours; touching in a point is not enough) and merge.overlap.
 */
export function mergeLands(lands: readonly MultiPolygon[]): MergedLand | SplitRefusal {
  const completed = lands.map((land, index) =>
    insertCorners(land, lands.filter((_, other) => other !== index).flat(3)),
  );
  const overlap = findOverlap(completed);
  if (overlap) return refuseSplit('merge.overlap', overlap);
  const group = lands.map((_, index) => index);
  const open = new Map<string, { readonly edge: DirectedEdge; readonly land: number }>();
  completed.forEach((land, index) => {
    for (const edge of directedEdges(land)) {
      const opposite = open.get(edgeKey(edge.to, edge.from));
      if (opposite && opposite.land !== index) {
        open.delete(edgeKey(edge.to, edge.from));
        const [kept, joined] = [group[opposite.land]!, group[index]!];
        group.forEach((one, at) => (group[at] = one === joined ? kept : one));
      } else {
        open.set(edgeKey(edge.from, edge.to), { edge, land: index });
      }
    }
  });
  const apart = group.findIndex((one) => one !== group[0]);
  if (apart >= 0 || lands.length < 2) return refuseSplit('merge.not-adjacent', { land: apart + 1 });
  const outline = [...open.values()].map(({ edge }) => edge);
  const meeting = findMeeting(outline.map(({ from, to }) => [from, to] as const));
  if (meeting) {
    const [eastMillimetres, northMillimetres] = meeting[1][0];
    return refuseSplit('merge.overlap', { eastMillimetres, northMillimetres });
  }
  return { merged: traceFaces(outline).faces.map(({ polygon }) => polygon), completed };
}

function findOverlap(lands: readonly MultiPolygon[]): Record<string, number> | null {
  const prepared = lands.map(prepareOverlay);
  for (let index = 0; index < lands.length; index += 1) {
    for (let other = index + 1; other < lands.length; other += 1) {
      const twice = overlayArea(prepared[index]!, lands[other]!);
      if (twice > 0) return { land: index + 1, other: other + 1, squareMetres: twice / 2e6 };
    }
  }
  return null;
}
