import type { AreaUnit, Position, SurveyFeature, SurveyShape } from './survey-file.ts';

export interface GeoJsonProfile {
  /** Name of the collection, as GDAL writes it; empty for none. */
  readonly name: string;
  /** The old `crs` member, for positions in metres; null for degrees, which RFC 7946 leaves unsaid. */
  readonly epsg: number | null;
  /** Decimals of a position: 9 for degrees are a tenth of a millimetre, 3 for metres a millimetre. */
  readonly decimals: number;
}

const areaKeys: Readonly<Record<AreaUnit | 'unknown', string>> = {
  'square-metre': 'area_m2',
  hectare: 'area_ha',
  mu: 'area_mu',
  'square-kilometre': 'area_km2',
  unknown: 'area',
};

/**
 * Features as GeoJSON, one a line: rings closed, outer rings counter-clockwise and holes clockwise (RFC 7946 §3.1.6).
 * Code, name and area stand in `code`, `name` and `area…`, where `readGeoJson` finds them again.
 */
export function writeGeoJson(features: readonly SurveyFeature[], { name, epsg, decimals }: GeoJsonProfile): string {
  const head = [
    '"type":"FeatureCollection"',
    ...(name === '' ? [] : [`"name":${JSON.stringify(name)}`]),
    ...(epsg === null ? [] : [`"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::${epsg}"}}`]),
  ];
  const lines = features.map((feature) => JSON.stringify(featureOf(feature, decimals)));
  return `{${head.join(',')},"features":[\n${lines.join(',\n')}\n]}\n`;
}

function featureOf({ code, name, declaredArea, properties, shape }: SurveyFeature, decimals: number): unknown {
  const known = {
    ...(code === null ? {} : { code }),
    ...(name === null ? {} : { name }),
    ...(declaredArea === null ? {} : { [areaKeys[declaredArea.unit ?? 'unknown']]: declaredArea.value }),
  };
  const geometry = shape === null ? null : geometryOf(shape, (value) => Number(value.toFixed(decimals)));
  return { type: 'Feature', properties: { ...known, ...properties }, geometry };
}

function geometryOf(shape: SurveyShape, round: (value: number) => number): unknown {
  const position = ([first, second]: Position) => [round(first), round(second)];
  const single = (type: string, list: readonly unknown[]) =>
    list.length === 1 ? { type, coordinates: list[0] } : { type: `Multi${type}`, coordinates: list };
  switch (shape.type) {
    case 'points':
      return single('Point', shape.points.map(position));
    case 'line':
      return single(
        'LineString',
        shape.lines.map((line) => line.map(position)),
      );
    case 'area': {
      const polygons = shape.polygons.map((rings) =>
        rings.map((ring, index) => closed(ring, index === 0).map(position)),
      );
      return single('Polygon', polygons);
    }
  }
}

function closed(ring: readonly Position[], isOuter: boolean): readonly Position[] {
  const [first] = ring;
  if (!first) return ring;
  const twice = ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!;
    return sum + (x - first[0]) * (nextY - first[1]) - (nextX - first[0]) * (y - first[1]);
  }, 0);
  const isRight = twice === 0 || twice > 0 === isOuter;
  return isRight ? [...ring, first] : [first, ...ring.slice(1).reverse(), first];
}
