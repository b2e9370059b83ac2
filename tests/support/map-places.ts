import type { Page } from 'playwright-core';
import { placeLabels } from '../../web/map/geometry/place-labels.ts';
import type { Site } from './open-page.ts';

export type Place = readonly [x: number, y: number];

export interface ParcelPlaces {
  /** Where the labels of the parcels are on the ground. */
  readonly ground: ReadonlyMap<string, Place>;
  readonly squareMetres: ReadonlyMap<string, number>;
}

export interface MapStand {
  readonly longitude: number;
  readonly latitude: number;
  readonly zoom: number;
}

export async function readParcelPlaces(site: Site): Promise<ParcelPlaces> {
  const layer = (name: string) => site.read<GeoJSON.FeatureCollection>(`/api/parks/jinling/layers/${name}`);
  const [parcels, works] = [await layer('parcels'), await layer('works')];
  const labels = placeLabels(parcels, works).features;
  const codeOf = ({ properties }: GeoJSON.Feature) => String(properties?.['code']);
  return {
    ground: new Map(labels.map((label) => [codeOf(label), label.geometry.coordinates as unknown as Place])),
    squareMetres: new Map(parcels.features.map((one) => [codeOf(one), Number(one.properties?.['squareMetres'])])),
  };
}

/** Where the map must stand so that a place on the ground comes to lie `off` pixels from its middle. */
export function standFor([longitude, latitude]: Place, zoom: number, [dx, dy]: Place): MapStand {
  const [x, y] = mercator([longitude, latitude], zoom);
  const size = 512 * 2 ** zoom;
  const north = Math.atan(Math.sinh(Math.PI * (1 - (2 * (y - dy)) / size)));
  return {
    longitude: Number((((x - dx) / size) * 360 - 180).toFixed(5)),
    latitude: Number(((north * 180) / Math.PI).toFixed(5)),
    zoom,
  };
}

export const atOf = ({ longitude, latitude, zoom }: MapStand): string =>
  `${longitude.toFixed(5)},${latitude.toFixed(5)},${zoom.toFixed(2)}`;

/** Where the labels are on the page of a map that stands so and looks north. */
export async function placesOnPage(page: Page, { ground }: ParcelPlaces, stand: MapStand): Promise<Map<string, Place>> {
  const canvas = await page.locator('.maplibregl-canvas').first().boundingBox();
  if (!canvas) throw new Error('the map is on the page');
  const middle = mercator([stand.longitude, stand.latitude], stand.zoom);
  return new Map(
    [...ground].map(([code, place]) => {
      const [x, y] = mercator(place, stand.zoom);
      return [code, [canvas.x + canvas.width / 2 + x - middle[0], canvas.y + canvas.height / 2 + y - middle[1]]];
    }),
  );
}

/** Pixels of the Web Mercator world at a zoom. */
function mercator([longitude, latitude]: Place, zoom: number): Place {
  const size = 512 * 2 ** zoom;
  const north = Math.asinh(Math.tan((latitude * Math.PI) / 180));
  return [((longitude + 180) / 360) * size, ((1 - north / Math.PI) / 2) * size];
}
