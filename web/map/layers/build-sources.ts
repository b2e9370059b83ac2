import type { FeatureCollection } from 'geojson';
import { markChainage } from '../geometry/mark-chainage.ts';
import { frameSheet } from '../geometry/frame-sheet.ts';
import { maskOutside } from '../geometry/mask-outside.ts';
import { placeLabels } from '../geometry/place-labels.ts';
import { readRoads } from '../geometry/read-roads.ts';
import { traceLimits } from '../geometry/trace-limits.ts';
import type { MapSources } from '../plan.ts';

interface Drawn {
  readonly id: string;
  /** The layers of the park it is made from. */
  readonly from: readonly (keyof MapSources)[];
  readonly make: (sources: MapSources) => FeatureCollection;
}

/** Every source of geometry and what is made of the park's layers for it. */
export const drawnSources: readonly Drawn[] = [
  { id: 'base', from: ['base'], make: ({ base }) => base },
  { id: 'sheet', from: ['base'], make: ({ base }) => frameSheet(base) },
  { id: 'outside', from: ['planVersions'], make: ({ planVersions }) => maskOutside(planVersions) },
  { id: 'zones', from: ['zones'], make: ({ zones }) => zones },
  { id: 'parcels', from: ['parcels'], make: ({ parcels }) => parcels },
  { id: 'parcel-labels', from: ['parcels', 'works'], make: ({ parcels, works }) => placeLabels(parcels, works) },
  { id: 'roads', from: ['roads'], make: ({ roads }) => roads },
  { id: 'chainage', from: ['roads'], make: ({ roads }) => markChainage(readRoads(roads)) },
  { id: 'works', from: ['works'], make: ({ works }) => works },
  { id: 'work-points', from: ['works'], make: ({ works }) => placeLabels(works) },
  { id: 'survey', from: ['survey'], make: ({ survey }) => survey },
  { id: 'phases', from: ['phases'], make: ({ phases }) => phases },
  { id: 'phase-limits', from: ['phases'], make: ({ phases }) => traceLimits(phases) },
  { id: 'phase-labels', from: ['phases'], make: ({ phases }) => placeLabels(phases) },
  { id: 'plan-versions', from: ['planVersions'], make: ({ planVersions }) => planVersions },
];

/** Sources of what a panel asks to be shown. */
export const findingSources = ['findings', 'finding-pins'] as const;

/** The land of a survey file that is being imported, and the places in it to be looked at. */
export const incomingSources = ['incoming', 'incoming-labels', 'incoming-marks'] as const;

export const sourceIds: readonly string[] = [
  ...drawnSources.map(({ id }) => id),
  'road-progress',
  ...findingSources,
  ...incomingSources,
];

/** Sources whose features take a state by code. */
export const statefulSources: ReadonlySet<string> = new Set([
  'zones',
  'parcels',
  'parcel-labels',
  'roads',
  'works',
  ...findingSources,
  'incoming',
]);

export const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };
