import type { Map as MapLibre } from 'maplibre-gl';

/** A live map areas can be drawn on; panels hand it on without knowing the library. */
export type SelectableMap = MapLibre;
