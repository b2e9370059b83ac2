import type { ParcelStatus } from '../../domain/parcel/schema.ts';
import type { LandUse } from '../../domain/park/schema.ts';
import type { RoadLayer } from '../../domain/road/schema.ts';
import type { MapLayerKey } from './layer-keys.ts';
import type { AreaUnit, MapSources, MapTheme, ProgressState } from './plan.ts';

/** Everything besides geometry and parcel states that decides how the plan looks. */
export interface Drawing {
  readonly landUses: readonly LandUse[];
  readonly theme: MapTheme;
  readonly planVersion: string;
  readonly visible: Readonly<Record<MapLayerKey, boolean>>;
  readonly roadLayer: RoadLayer;
  readonly works: ReadonlyMap<string, ProgressState>;
  readonly areaUnit: AreaUnit;
  readonly locale: string;
  readonly latitude: number;
  /** Whether something is highlighted, so that the rest steps back. */
  readonly dimmed: boolean;
  readonly words: {
    readonly status: Readonly<Record<ParcelStatus, string>>;
    readonly unit: Readonly<Record<AreaUnit, string>>;
  };
}

/**
 * Which layers a plan version can show. Parcels, roads, phases and works are laid out for one version;
 * of any other only the zones and the boundary are drawn.
 */
export function visibleFor(
  planVersion: string,
  parcels: MapSources['parcels'],
  visible: Drawing['visible'],
): Drawing['visible'] {
  const { features } = parcels;
  const isLaidOut =
    features.length === 0 || features.some(({ properties }) => properties?.['planVersion'] === planVersion);
  if (isLaidOut) return visible;
  return { ...visible, parcels: false, phases: false, roads: false, roadProgress: false, works: false };
}
