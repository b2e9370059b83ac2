import type { Geometry, Position } from 'geojson';
import type { ParkGrid } from './grid.ts';
import type { GridGeometry, Line, MultiPolygon, Point, Ring } from './shapes.ts';

/** A GeoJSON geometry in degrees on the park's millimetre grid. Throws on MultiPoint, MultiLineString and collections. */
export function toGridGeometry(geometry: Geometry, grid: ParkGrid): GridGeometry {
  const point = (position: Position): Point => grid.toMillimetres([position[0]!, position[1]!]);
  const ring = (positions: Position[]): Ring => open(positions.map(point));
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', point: point(geometry.coordinates) };
    case 'LineString':
      return { type: 'Line', line: geometry.coordinates.map(point) };
    case 'Polygon':
      return { type: 'Area', polygons: [geometry.coordinates.map(ring)] };
    case 'MultiPolygon':
      return { type: 'Area', polygons: geometry.coordinates.map((polygon) => polygon.map(ring)) };
    default:
      throw new TypeError(`a ${geometry.type} cannot be land`);
  }
}

/** A grid geometry as GeoJSON in degrees with ten decimals, rings closed and wound as RFC 7946 asks if they were on the grid. */
export function toGeoJson(geometry: GridGeometry, grid: ParkGrid): Geometry {
  const line = (points: Line): Position[] => points.map((point) => grid.toDegrees(point));
  const rings = (polygons: MultiPolygon): Position[][][] =>
    polygons.map((polygon) => polygon.map((ring) => closed(line(ring))));
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: grid.toDegrees(geometry.point) };
    case 'Line':
      return { type: 'LineString', coordinates: line(geometry.line) };
    case 'Area': {
      const polygons = rings(geometry.polygons);
      const [only] = polygons;
      return only && polygons.length === 1
        ? { type: 'Polygon', coordinates: only }
        : { type: 'MultiPolygon', coordinates: polygons };
    }
  }
}

function open(points: Point[]): Ring {
  const first = points[0];
  const last = points.at(-1);
  const isClosed = first && last && points.length > 1 && first[0] === last[0] && first[1] === last[1];
  return isClosed ? points.slice(0, -1) : points;
}

function closed(positions: Position[]): Position[] {
  const [first] = positions;
  return first ? [...positions, first] : positions;
}
