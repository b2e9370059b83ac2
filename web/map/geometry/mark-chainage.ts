import type { Feature, FeatureCollection, Position } from 'geojson';
import { roundMarks } from '../../../domain/road/marks.ts';
import { pointAt, type PointOnLine } from './cut-line.ts';
import type { RoadLine } from './read-roads.ts';

const stepMetres = 100;
const metresPerDegree = 111_320;

/** Ticks across the road at every mark of 100 m (rank 1; rank 2 every 500 m) and a point with the mark beside each. */
export function markChainage(roads: readonly RoadLine[]): FeatureCollection {
  const features = roads.flatMap((road) => {
    const lengthMetres = road.chainages.at(-1) ?? 0;
    return roundMarks({ equations: road.equations, lengthMetres }, stepMetres).flatMap((mark) => markAt(road, mark));
  });
  return { type: 'FeatureCollection', features };
}

type RoundMark = ReturnType<typeof roundMarks>[number];

function markAt(road: RoadLine, { metres, mark, chainage }: RoundMark): Feature[] {
  const at = pointAt(road.coordinates, road.chainages, metres);
  if (!at) return [];
  const half = road.designWidthMetres / 2;
  const properties = {
    road: road.code,
    roadClass: road.roadClass,
    mark,
    rank: chainage % 500 === 0 ? 2 : 1,
    ...uprightTurn(at),
  };
  return [
    {
      type: 'Feature',
      properties,
      geometry: { type: 'LineString', coordinates: [aside(at, half), aside(at, half - 5)] },
    },
    { type: 'Feature', properties, geometry: { type: 'Point', coordinates: aside(at, half + 1.5) } },
  ];
}

/** The point `metres` to the right of the line. */
function aside({ position, segment }: PointOnLine, metres: number): Position {
  const [east, north] = direction(segment, position[1]!);
  const squeeze = Math.cos((position[1]! * Math.PI) / 180);
  return [
    position[0]! + (north * metres) / (metresPerDegree * squeeze),
    position[1]! - (east * metres) / metresPerDegree,
  ];
}

function direction([a, b]: PointOnLine['segment'], latitude: number): readonly [east: number, north: number] {
  const east = (b[0]! - a[0]!) * Math.cos((latitude * Math.PI) / 180);
  const north = b[1]! - a[1]!;
  const length = Math.hypot(east, north) || 1;
  return [east / length, north / length];
}

/** How far the mark is turned so that it runs across the road away from it, never upside down. */
function uprightTurn({ position, segment }: PointOnLine): { turnDegrees: number; anchor: 'left' | 'right' } {
  const [east, north] = direction(segment, position[1]!);
  const heading = Math.round(((Math.atan2(east, north) * 180) / Math.PI) * 10) / 10;
  if (heading > 90) return { turnDegrees: heading - 180, anchor: 'right' };
  if (heading <= -90) return { turnDegrees: heading + 180, anchor: 'right' };
  return { turnDegrees: heading, anchor: 'left' };
}
