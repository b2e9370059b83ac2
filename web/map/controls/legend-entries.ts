import type { FeatureCollection } from 'geojson';
import type { LandUse } from '../../../domain/park/schema.ts';
import type { RoadLayer } from '../../../domain/road/schema.ts';
import { visibleFor } from '../drawing.ts';
import { drawSign, signSize } from '../images/draw-sign.ts';
import { areaSwatch, claimSwatch, lineSwatch, progressSwatch, statusSwatch } from '../images/draw-swatch.ts';
import type { MapLayerKey } from '../layer-keys.ts';
import { isEnglish } from '../layers/express.ts';
import { claimKinds, line, roadLayerColour, statuses, workColour, workKinds } from '../palette.ts';
import type { MapTheme, ParcelStateSeen } from '../plan.ts';

export interface LegendEntry {
  readonly key: string;
  readonly label: string;
  readonly draw: (context: CanvasRenderingContext2D, width: number, height: number) => void;
  readonly width?: number;
  readonly height?: number;
}

export interface LegendGroup {
  readonly title: string;
  /** Long labels, which want wide columns. */
  readonly isWordy?: boolean;
  readonly entries: readonly LegendEntry[];
}

interface Shown {
  readonly theme: MapTheme;
  readonly landUses: readonly LandUse[];
  readonly zones: FeatureCollection;
  readonly parcels: FeatureCollection;
  readonly works: FeatureCollection;
  readonly planVersion: string;
  readonly parcelStates: ReadonlyMap<string, Pick<ParcelStateSeen, 'status' | 'claim'>>;
  readonly roadLayer: RoadLayer;
  readonly visible: Readonly<Record<MapLayerKey, boolean>>;
  readonly locale: string;
}

type Say = (key: string, values?: Record<string, string>) => string;

/** What the map shows now, group by group; classes that are nowhere on it are left out. */
export function legendEntries(asked: Shown, say: Say): LegendGroup[] {
  const visible = visibleFor(asked.planVersion, asked.parcels, asked.visible);
  const shown = { ...asked, visible };
  const { theme } = shown;
  const groups: LegendGroup[] = [
    theme === 'status' && visible.parcels ? statusGroup(shown, say) : landUseGroup(shown, say),
    visible.claims && visible.parcels ? claimGroup(shown, say) : none,
    visible.roadProgress ? progressGroup(shown, say) : none,
    visible.works ? workGroup(shown, say) : none,
    limitGroup(shown, say),
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

const none: LegendGroup = { title: '', entries: [] };

function landUseGroup({ landUses, zones, parcels, planVersion, locale }: Shown, say: Say): LegendGroup {
  const present = new Set(
    [...zones.features, ...parcels.features]
      .filter(({ properties }) => properties?.['planVersion'] === planVersion)
      .map(({ properties }) => `${String(properties?.['standard'])}/${String(properties?.['landUse'])}`),
  );
  const uses = landUses.filter(({ standard, code }) => present.has(`${standard}/${code}`));
  return {
    title: say('map.legend.landuse', { standard: uses[0]?.standard ?? '' }),
    isWordy: true,
    entries: uses.map(({ standard, code, name, nameEn, fill }) => ({
      key: `${standard}/${code}`,
      label: `${code} ${isEnglish(locale) ? nameEn : name}`,
      draw: areaSwatch(fill),
    })),
  };
}

function statusGroup({ parcelStates }: Shown, say: Say): LegendGroup {
  const present = new Set([...parcelStates.values()].map(({ status }) => status));
  const entries = statuses
    .filter((status) => present.has(status))
    .map((status) => ({ key: status, label: say(`map.status.${status}`), draw: statusSwatch(status) }));
  return { title: say('map.legend.status'), entries };
}

function claimGroup({ parcelStates }: Shown, say: Say): LegendGroup {
  const present = new Set([...parcelStates.values()].map(({ claim }) => claim?.kind));
  const entries = claimKinds
    .filter((kind) => present.has(kind))
    .map((kind) => ({ key: kind, label: say(`map.claim.${kind}`), draw: claimSwatch(kind) }));
  return { title: say('map.legend.claims'), entries };
}

function progressGroup({ roadLayer }: Shown, say: Say): LegendGroup {
  const entries = (['done', 'forecast', 'planned'] as const).map((state) => ({
    key: state,
    label: say(`map.progress.${state}`),
    draw: progressSwatch(state, roadLayerColour[roadLayer]),
  }));
  return { title: say('map.legend.progress', { layer: say(`map.roadLayer.${roadLayer}`) }), entries };
}

const lineKinds: ReadonlySet<string> = new Set(['power-line', 'water-pipe', 'sewer']);

function workGroup({ works }: Shown, say: Say): LegendGroup {
  const present = new Set(works.features.map(({ properties }) => properties?.['kind'] as unknown));
  const size = { width: signSize, height: signSize };
  const found = workKinds.filter((kind) => present.has(kind));
  const kinds = found.map((kind): LegendEntry => ({
    key: kind,
    label: say(`map.work.${kind}`),
    ...(lineKinds.has(kind)
      ? { draw: lineSwatch(workColour[kind], 2, []), width: signSize }
      : { draw: (context) => drawSign(context, kind, 'done'), ...size }),
  }));
  const signed = found.find((kind) => !lineKinds.has(kind));
  const planned: LegendEntry = {
    key: 'planned',
    label: say('map.legend.notDone'),
    draw: signed ? (context) => drawSign(context, signed, 'planned') : lineSwatch(line.ink, 2, [2, 2]),
    ...size,
  };
  return { title: say('map.legend.works'), entries: kinds.length > 0 ? [...kinds, planned] : [] };
}

function limitGroup({ visible }: Shown, say: Say): LegendGroup {
  const limits = [
    { key: 'boundary', draw: lineSwatch(line.boundary, 2, [9, 2.4, 1.4, 2.4]) },
    { key: 'phases', draw: lineSwatch(line.phase, 1.8, [4.5, 2.2]) },
    { key: 'survey', draw: lineSwatch(line.survey, 1.5, [3, 2.2]) },
  ] as const;
  const entries = limits
    .filter(({ key }) => visible[key])
    .map(({ key, draw }) => ({ key, label: say(`map.legend.${key}`), draw, width: 34 }));
  return { title: say('map.legend.lines'), entries };
}
