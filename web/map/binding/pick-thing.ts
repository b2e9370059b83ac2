import type { Map as MapLibre, MapGeoJSONFeature, Point } from 'maplibre-gl';
import type { Thing } from '../plan.ts';

const signs = ['works-sign-done', 'works-sign-forecast', 'works-sign-planned'];
const workAreas = ['works-area-done', 'works-area-forecast', 'works-area-planned'];
const workLines = ['works-line-done', 'works-line-forecast', 'works-line-planned'];
const parcels = ['parcels-landuse', 'parcels-status'];
const roads = ['road-hit'];

/** What a person means at a point: a sign or building, then a parcel, a road, a line of works; near misses last. */
export function pickThing(map: MapLibre, point: Point, tolerancePixels: number): Thing | null {
  const near = (layers: string[], pixels: number): string | null => {
    const shown = layers.filter((id) => map.getLayoutProperty(id, 'visibility') !== 'none');
    if (shown.length === 0) return null;
    const box: [[number, number], [number, number]] = [
      [point.x - pixels, point.y - pixels],
      [point.x + pixels, point.y + pixels],
    ];
    return codeOf(map.queryRenderedFeatures(pixels === 0 ? point : box, { layers: shown }));
  };
  const steps: readonly (readonly [Thing['kind'], string[], number])[] = [
    ['work', signs, 2],
    ['work', workAreas, 0],
    ['work', workLines, Math.min(2, tolerancePixels)],
    ['parcel', parcels, 0],
    ['road', roads, 0],
    ['work', workLines, tolerancePixels],
    ['parcel', parcels, tolerancePixels],
    ['road', roads, tolerancePixels],
  ];
  for (const [kind, layers, pixels] of steps) {
    const code = near(layers, pixels);
    if (code !== null) return { kind, code };
  }
  return null;
}

function codeOf(features: readonly MapGeoJSONFeature[]): string | null {
  const code: unknown = features[0]?.properties['code'];
  return typeof code === 'string' ? code : null;
}
