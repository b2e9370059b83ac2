import { computed } from 'vue';
import { defaultVisible, mapLayerKeys, type MapLayerKey } from '../../map/layer-keys.ts';
import { useView } from '../../state/view.ts';

/** Which map layers are shown; the address bar lists only those that differ from the beginning. */
export function useLayers() {
  const view = useView();
  const visible = computed(() => {
    const turned = new Set(view.layers ?? []);
    return Object.fromEntries(
      mapLayerKeys.map((key) => [key, turned.has(key) ? !defaultVisible[key] : defaultVisible[key]]),
    ) as Record<MapLayerKey, boolean>;
  });
  function show(wanted: Readonly<Record<MapLayerKey, boolean>>): void {
    const turned = mapLayerKeys.filter((key) => wanted[key] !== defaultVisible[key]);
    view.showLayers(turned.length > 0 ? turned : null);
  }
  return { visible, show };
}
