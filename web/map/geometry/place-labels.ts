import type { Feature, FeatureCollection, Geometry, Point, Polygon, Position } from 'geojson';
import { findPole, type Pole } from './find-pole.ts';

const leastShare = 0.45;

/**
 * One label point per area or point feature, with its properties and the room around it; lines are left out.
 * Labels keep clear of the areas among `obstacles`, unless that leaves hardly any room.
 */
export function placeLabels(collection: FeatureCollection, obstacles?: FeatureCollection): FeatureCollection<Point> {
  const rings = (obstacles?.features ?? []).flatMap(({ geometry }) =>
    polygonsOf(geometry).flatMap((polygon) => polygon.slice(0, 1)),
  );
  return { type: 'FeatureCollection', features: collection.features.flatMap((feature) => labelOf(feature, rings)) };
}

function labelOf({ properties, geometry }: Feature, obstacles: readonly Position[][]): Feature<Point>[] {
  const pole = geometry ? poleOf(geometry, obstacles) : null;
  if (!pole) return [];
  return [
    {
      type: 'Feature',
      properties: { ...properties, roomMetres: pole.roomMetres },
      geometry: { type: 'Point', coordinates: pole.position },
    },
  ];
}

function poleOf(geometry: Geometry, obstacles: readonly Position[][]): Pole | null {
  if (geometry.type === 'Point') return { position: geometry.coordinates, roomMetres: 0 };
  return polygonsOf(geometry)
    .map((polygon) => clearPole(polygon, obstacles))
    .reduce((best, pole) => (pole && pole.roomMetres > (best?.roomMetres ?? -1) ? pole : best), null);
}

function clearPole(polygon: Polygon['coordinates'], obstacles: readonly Position[][]): Pole | null {
  const plain = findPole(polygon);
  const inside = obstacles.filter((ring) => isInside(polygon[0] ?? [], ring));
  const clear = plain && inside.length > 0 ? findPole([...polygon, ...inside]) : null;
  return clear && plain && clear.roomMetres > plain.roomMetres * leastShare ? clear : plain;
}

/** Whether every corner of a ring lies within another. */
function isInside(outer: readonly Position[], ring: readonly Position[]): boolean {
  return ring.every(([x, y]) => {
    let inside = false;
    for (let i = 0, j = outer.length - 1; i < outer.length; j = i, i += 1) {
      const [ax, ay] = outer[i] as [number, number];
      const [bx, by] = outer[j] as [number, number];
      if (ay > y! !== by > y! && x! < ((bx - ax) * (y! - ay)) / (by - ay) + ax) inside = !inside;
    }
    return inside;
  });
}

function polygonsOf(geometry: Geometry): Polygon['coordinates'][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}
