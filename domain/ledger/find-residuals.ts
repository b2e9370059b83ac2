import { twiceAreaSquareMillimetres } from '../geometry/area.ts';
import type { MultiPolygon, Point, Polygon } from '../geometry/shapes.ts';
import { intersectLand, subtractLand } from './clip-land.ts';
import { windowReachMillimetres } from './fault-windows.ts';
import type { Region } from './find-overlaps.ts';
import type { LandPart } from './land-parts.ts';
import { boxesMeet, boxOf, type Box } from './near-pairs.ts';

/** The land of the outline that no part has, a region for every connected piece. */
export function findResiduals(outline: MultiPolygon, parts: readonly LandPart[], windows: readonly Box[]): Region[] {
  const boxes = parts.map(({ polygons }) => boxOf(polygons));
  return windows.flatMap((window) => {
    const near = parts.filter((_, index) => boxesMeet(boxes[index]!, window)).map(({ polygons }) => polygons);
    const gaps = subtractLand(intersectLand(outline, [rectangle(window)]), near);
    return gaps
      .filter((gap) => !reachesBorder(gap, window))
      .map((gap) => ({ polygons: [gap], twiceAreaSquareMillimetres: twiceAreaSquareMillimetres([gap]) }));
  });
}

/** No gap reaches the border of its window; what does is a splinter of the cut along it. */
function reachesBorder(gap: Polygon, { west, south, east, north }: Box): boolean {
  const least = windowReachMillimetres / 2;
  return (gap.flat() as Point[]).some(
    ([x, y]) => Math.min(x - west, east - x) < least || Math.min(y - south, north - y) < least,
  );
}

function rectangle({ west, south, east, north }: Box): Polygon {
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ],
  ];
}
