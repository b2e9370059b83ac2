import { Map, setWorkerUrl, type LayerSpecification, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { drawImage } from '../images/draw-image.ts';
import { nothing, sourceIds, statefulSources } from '../layers/build-sources.ts';
import type { MapBounds, MapView } from '../plan.ts';
import type { PaddingOptions } from 'maplibre-gl';

setWorkerUrl(workerUrl);

export interface MapStart {
  readonly container: HTMLElement;
  readonly layers: LayerSpecification[];
  readonly bounds: MapBounds;
  readonly padding: PaddingOptions;
  readonly view: MapView | null;
  readonly title: string;
}

export const mostZoom = 20;

/** An empty plan: every source and layer is there from the start, data comes later. */
export function createMap({ container, layers, bounds, padding, view, title }: MapStart): Map {
  const map = new Map({
    container,
    style: { version: 8, sources: emptySources(), layers },
    ...(view
      ? { center: [...view.center], zoom: view.zoom, bearing: view.bearing }
      : { bounds: [...bounds], fitBoundsOptions: { padding } }),
    minZoom: 11,
    maxZoom: mostZoom,
    maxPitch: 0,
    pitchWithRotate: false,
    attributionControl: false,
    fadeDuration: navigator.webdriver ? 0 : 200,
    clickTolerance: 6,
    dragRotate: true,
    locale: { 'Map.Title': title },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.setMissingStyleImageResolver((id) => {
    const pixelRatio = Math.min(3, Math.max(1, Math.ceil(window.devicePixelRatio)));
    const image = map.hasImage(id) ? null : drawImage(id, pixelRatio);
    if (image) map.addImage(id, image, { pixelRatio });
  });
  return map;
}

function emptySources(): StyleSpecification['sources'] {
  return Object.fromEntries(
    sourceIds.map((id) => [
      id,
      {
        type: 'geojson',
        data: nothing,
        tolerance: id === 'base' ? 0.5 : 0.2,
        ...(statefulSources.has(id) ? { promoteId: 'code' } : {}),
      },
    ]),
  );
}

/** MapLibre 6 draws with WebGL 2 only. */
export function canDraw(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}
