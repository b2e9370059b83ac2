import type { Map as MapLibre } from 'maplibre-gl';

/** The plan as it is on screen, as PNG, without panels and controls. */
export function exportImage(map: MapLibre): Promise<Blob> {
  return new Promise((resolve, reject) => {
    map.once('render', () => {
      map.getCanvas().toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no image'))));
    });
    map.triggerRepaint();
  });
}
