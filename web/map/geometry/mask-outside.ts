import type { Feature, FeatureCollection, Polygon, Position } from 'geojson';

const reachDegrees = 2;

/** Everything around each plan boundary, one feature per plan version, to be faded. */
export function maskOutside(planVersions: FeatureCollection): FeatureCollection<Polygon> {
  return { type: 'FeatureCollection', features: planVersions.features.flatMap(maskOf) };
}

function maskOf({ properties, geometry }: Feature): Feature<Polygon>[] {
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  const holes = polygons.flatMap((polygon) => polygon.slice(0, 1)).map((ring) => [...ring].reverse());
  const start = holes[0]?.[0];
  if (!start) return [];
  const code: unknown = properties?.['code'];
  return [
    { type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [square(start), ...holes] } },
  ];
}

function square([x, y]: Position): Position[] {
  const [west, south, east, north] = [x! - reachDegrees, y! - reachDegrees, x! + reachDegrees, y! + reachDegrees];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}
