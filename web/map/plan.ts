import type { FeatureCollection } from 'geojson';
import type { Day } from '../../domain/day.ts';
import type { Gate, ParcelStatus, Side } from '../../domain/parcel/schema.ts';
import type { ClaimKind } from '../../domain/project/schema.ts';
import type { RoadLayer } from '../../domain/road/schema.ts';

export interface MapSources {
  readonly base: FeatureCollection;
  readonly planVersions: FeatureCollection;
  readonly survey: FeatureCollection;
  readonly phases: FeatureCollection;
  readonly zones: FeatureCollection;
  readonly parcels: FeatureCollection;
  readonly roads: FeatureCollection;
  readonly works: FeatureCollection;
}

/** What a survey file would do with a piece of land; `plain` while nobody has confirmed where it lies. */
export type IncomingKind = 'plain' | 'same' | 'reshaped' | 'added' | 'removed' | 'barred';
export type MapTheme = 'landuse' | 'status';
export type AreaUnit = 'mu' | 'm2' | 'ha';
export type LngLat = readonly [longitude: number, latitude: number];
export type MapBounds = readonly [west: number, south: number, east: number, north: number];

export interface ParcelStateSeen {
  readonly status: ParcelStatus;
  readonly claim: { readonly id: string; readonly kind: ClaimKind; readonly project: string } | null;
  readonly missing: readonly Gate[];
}

export type ProgressState = 'done' | 'forecast' | 'planned';

export interface IntervalSeen {
  readonly fromMetres: number;
  readonly toMetres: number;
  readonly side: Side;
  readonly state: ProgressState;
}

export interface RoadStateSeen {
  readonly code: string;
  readonly layers: readonly {
    readonly layer: RoadLayer;
    readonly doneMetres: number;
    readonly expectedMetres: number;
    readonly intervals: readonly IntervalSeen[];
  }[];
}

export interface WorkStateSeen {
  readonly code: string;
  readonly reachedOn: Day | null;
  readonly forecast: boolean;
}

type ThingKind = 'parcel' | 'road' | 'work';

export interface Thing {
  readonly kind: ThingKind;
  readonly code: string;
}

export interface ThingAt extends Thing {
  readonly lngLat: LngLat;
}

export interface MapView {
  readonly center: LngLat;
  readonly zoom: number;
  readonly bearing: number;
}

/** Pixels of the map that panels cover on each side. */
export interface MapPadding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface MapTrouble {
  readonly code: 'map.no-webgl' | 'map.context-lost' | 'map.failed';
  readonly message: string;
}
