import type { Feature, FeatureCollection, Polygon, Position } from 'geojson';
import type { MapBounds } from '../plan.ts';
import { findBox } from './find-bounds.ts';

const reachDegrees = 2;
const steps = 16;
const stepDegrees = 0.0006;

/** Frames from the edge of the drawn ground inwards, each over the last, so that it fades out. Empty without terrain. */
export function frameSheet(base: FeatureCollection): FeatureCollection<Polygon> {
  const box = findBox(base.features.filter(({ properties }) => properties?.['kind'] === 'terrain'));
  return {
    type: 'FeatureCollection',
    features: box ? Array.from({ length: steps + 1 }, (_, step) => frame(box, step)) : [],
  };
}

/** Step 0 is everything beyond the sheet. */
function frame([west, south, east, north]: MapBounds, step: number): Feature<Polygon> {
  const inset = step * stepDegrees;
  const hole = rectangle(west + inset, south + inset, east - inset, north - inset).reverse();
  const far = rectangle(west - reachDegrees, south - reachDegrees, east + reachDegrees, north + reachDegrees);
  return { type: 'Feature', properties: { step }, geometry: { type: 'Polygon', coordinates: [far, hole] } };
}

function rectangle(west: number, south: number, east: number, north: number): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}
