import type { FeatureCollection } from 'geojson';
import type { LandUse } from '../../../domain/park/schema.ts';
import type { RoadLayer } from '../../../domain/road/schema.ts';
import type { MapLayerKey } from '../layer-keys.ts';
import type {
  AreaUnit,
  LngLat,
  MapBounds,
  MapPadding,
  MapSources,
  MapTheme,
  MapTrouble,
  MapView,
  ParcelStateSeen,
  RoadStateSeen,
  Thing,
  ThingAt,
  WorkStateSeen,
} from '../plan.ts';

import type { Twin } from '../twin.ts';

export interface ParkMapProps {
  sources: MapSources;
  landUses: readonly LandUse[];
  theme: MapTheme;
  planVersion: string;
  visible: Readonly<Record<MapLayerKey, boolean>>;
  parcelStates: ReadonlyMap<string, ParcelStateSeen>;
  roadStates: readonly RoadStateSeen[];
  roadLayer: RoadLayer;
  workStates: readonly WorkStateSeen[];
  selection: Thing | null;
  highlight: readonly string[];
  /** Places where the ledger does not balance (features by `code`, with `kind` and `number`), and the one looked at. */
  findings?: FeatureCollection | undefined;
  finding?: string | null | undefined;
  /** Land of a survey file (features by `code`, with `kind`), the marks on it (by `role`), and the code looked at. */
  incoming?: FeatureCollection | undefined;
  incomingMarks?: FeatureCollection | undefined;
  incomingChosen?: string | null | undefined;
  areaUnit: AreaUnit;
  locale: string;
  bounds: MapBounds;
  padding: MapPadding;
  staff: boolean;
  /** Where to open, for example from the address bar; the bounds when null. */
  initialView?: MapView | null | undefined;
  /** What tells this map from another one beside it. */
  name?: string | undefined;
  /** Other maps that move with this one. */
  twin?: Twin | undefined;
}

export interface ParkMapEmits {
  select: [thing: ThingAt | null];
  hover: [thing: ThingAt | null];
  ready: [];
  moved: [view: MapView];
  error: [trouble: MapTrouble];
}

export interface ParkMapExposed {
  /** Shows the features with these codes, of whatever layer, beside the panels. */
  fitTo: (codes: readonly string[]) => void;
  fitBounds: (bounds: MapBounds) => void;
  flyTo: (center: LngLat, zoom?: number) => void;
  /** The plan as seen, as PNG; null before the map is ready. */
  exportImage: () => Promise<Blob | null>;
}
