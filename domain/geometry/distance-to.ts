import { containsPoint } from './contains-point.ts';
import { nearestOnLine } from './nearest-on-line.ts';
import type { GridGeometry, Point } from './shapes.ts';

/** How far a point lies from a shape, in metres on the plane of the grid; 0 inside an area. */
export function distanceToMetres(shape: GridGeometry, point: Point): number {
  switch (shape.type) {
    case 'Point':
      return Math.hypot(point[0] - shape.point[0], point[1] - shape.point[1]) / 1000;
    case 'Line':
      return nearestOnLine(shape.line, point).distanceMillimetres / 1000;
    case 'Area': {
      if (containsPoint(shape.polygons, point)) return 0;
      const rings = shape.polygons.flat().filter((ring) => ring.length > 0);
      const distances = rings.map((ring) => nearestOnLine([...ring, ring[0]!], point).distanceMillimetres);
      return Math.min(Infinity, ...distances) / 1000;
    }
  }
}
