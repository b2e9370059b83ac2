import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { RoadLayer } from '../../../domain/road/schema.ts';
import type { IntervalSeen, RoadStateSeen } from '../plan.ts';
import { cutLine } from './cut-line.ts';
import type { RoadLine } from './read-roads.ts';

/** One line per side of each interval of a layer; `side` is -1 left and 1 right of the centreline. */
export function drawBands(
  roads: readonly RoadLine[],
  states: readonly RoadStateSeen[],
  layer: RoadLayer,
): FeatureCollection<LineString> {
  const byCode = new Map(states.map((state) => [state.code, state]));
  const features = roads.flatMap((road) => {
    const progress = byCode.get(road.code)?.layers.find((one) => one.layer === layer);
    return (progress?.intervals ?? []).flatMap((interval) => bandsOf(road, interval));
  });
  return { type: 'FeatureCollection', features };
}

function bandsOf(road: RoadLine, interval: IntervalSeen): Feature<LineString>[] {
  const coordinates = cutLine(road.coordinates, road.chainages, interval.fromMetres, interval.toMetres);
  if (!coordinates) return [];
  const sides = interval.side === 'full' ? [-1, 1] : [interval.side === 'left' ? -1 : 1];
  return sides.map((side) => ({
    type: 'Feature',
    properties: { road: road.code, state: interval.state, side, widthMetres: road.designWidthMetres },
    geometry: { type: 'LineString', coordinates },
  }));
}
