import type { Feature, FeatureCollection, MultiLineString, Position } from 'geojson';

/**
 * The edges of areas as lines, every shared edge once: two dashed outlines on top of each other
 * would close each other's gaps. Shared corners must be equal.
 */
export function traceLimits(areas: FeatureCollection): FeatureCollection<MultiLineString> {
  const seen = new Set<string>();
  return { type: 'FeatureCollection', features: areas.features.map((area) => traceArea(area, seen)) };
}

function traceArea({ properties, geometry }: Feature, seen: Set<string>): Feature<MultiLineString> {
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  const coordinates = polygons.flat().flatMap((ring) => freshParts(ring, seen));
  return { type: 'Feature', properties, geometry: { type: 'MultiLineString', coordinates } };
}

function freshParts(ring: readonly Position[], seen: Set<string>): Position[][] {
  const parts: Position[][] = [];
  let open: Position[] | null = null;
  ring.slice(1).forEach((end, index) => {
    const start = ring[index]!;
    const key = edgeKey(start, end);
    if (seen.has(key)) {
      open = null;
      return;
    }
    seen.add(key);
    if (open) open.push(end);
    else parts.push((open = [start, end]));
  });
  return parts;
}

function edgeKey(a: Position, b: Position): string {
  const [one, other] = [`${a[0]},${a[1]}`, `${b[0]},${b[1]}`];
  return one < other ? `${one}/${other}` : `${other}/${one}`;
}
