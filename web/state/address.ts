import { isDay, type Day } from '../../domain/day.ts';
import { accountColumns, type AccountColumn } from '../../domain/account/account.ts';
import { roadLayers, type RoadLayer } from '../../domain/road/schema.ts';
import { areaUnits, type AreaUnit } from './format-area.ts';

export const themes = ['landuse', 'status'] as const;
export type Theme = (typeof themes)[number];
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];
export const panelNames = ['account', 'readiness', 'projects', 'works', 'overview', 'journal', 'import'] as const;
export type PanelName = (typeof panelNames)[number];
export const subjectKinds = ['parcel', 'road', 'work', 'project', 'spot'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export interface Subject {
  kind: SubjectKind;
  code: string;
}
export interface Figure {
  column: AccountColumn;
  phase: string | null;
}

/** What the address bar holds; null is "not said", so that the default of the moment applies. */
export interface Address {
  on: Day | null;
  /** The other day of a comparison. */
  against: Day | null;
  theme: Theme;
  unit: AreaUnit | null;
  locale: Locale | null;
  plan: string | null;
  panel: PanelName | null;
  selection: Subject | null;
  figure: Figure | null;
  /** A gap or overlap of the ledger that is looked at. */
  finding: string | null;
  /** The survey file that is being imported, by its id. */
  importFile: string | null;
  roadLayer: RoadLayer;
  layers: string[] | null;
  /** Where the map stands: longitude, latitude, zoom. */
  at: readonly [number, number, number] | null;
}

type Query = Readonly<Record<string, string | null | undefined | readonly (string | null)[]>>;

export function readAddress(query: Query): Address {
  const text = (name: string): string | null => {
    const value = query[name];
    return (
      (Array.isArray(value) ? (value as readonly (string | null)[])[0] : (value as string | null | undefined)) ?? null
    );
  };
  const on = text('on');
  const against = text('against');
  const panel = text('panel');
  return {
    on: on !== null && isDay(on) ? on : null,
    against: against !== null && isDay(against) ? against : null,
    theme: oneOf(themes, text('theme')) ?? 'landuse',
    unit: oneOf(areaUnits, text('unit')),
    locale: oneOf(locales, text('lang')),
    plan: text('plan'),
    panel: panel === 'none' ? null : (oneOf(panelNames, panel) ?? 'account'),
    selection: readSubject(text('sel')),
    figure: readFigure(text('figure')),
    finding: text('finding'),
    importFile: text('file'),
    roadLayer: oneOf(roadLayers, text('road')) ?? 'subgrade',
    layers: text('layers')?.split('.').filter(Boolean) ?? null,
    at: readPlace(text('at')),
  };
}

export function writeAddress(address: Address): Record<string, string> {
  const query: Record<string, string | null> = {
    on: address.on,
    against: address.against,
    theme: address.theme === 'landuse' ? null : address.theme,
    unit: address.unit,
    lang: address.locale,
    plan: address.plan,
    panel: address.panel === 'account' ? null : (address.panel ?? 'none'),
    sel: address.selection && `${address.selection.kind}:${address.selection.code}`,
    figure:
      address.figure && `${address.figure.column}${address.figure.phase === null ? '' : `:${address.figure.phase}`}`,
    finding: address.finding,
    file: address.panel === 'import' ? address.importFile : null,
    road: address.roadLayer === 'subgrade' ? null : address.roadLayer,
    layers: address.layers && address.layers.join('.'),
    at: address.at && `${address.at[0].toFixed(5)},${address.at[1].toFixed(5)},${address.at[2].toFixed(2)}`,
  };
  return Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null));
}

function readSubject(text: string | null): Subject | null {
  const cut = text?.indexOf(':') ?? -1;
  if (text === null || cut < 1 || cut === text.length - 1) return null;
  const kind = oneOf(subjectKinds, text.slice(0, cut));
  const code = text.slice(cut + 1);
  if (kind === 'spot' && readSpot(code) === null) return null;
  return kind && { kind, code };
}

/** A point of the map as the code of a subject: longitude and latitude to about a decimetre. */
export function writeSpot(longitude: number, latitude: number): string {
  return `${longitude.toFixed(6)},${latitude.toFixed(6)}`;
}

export function readSpot(code: string): readonly [longitude: number, latitude: number] | null {
  const [, longitude = NaN, latitude = NaN] = (/^(-?\d{1,3}\.\d{6}),(-?\d{1,2}\.\d{6})$/.exec(code) ?? []).map(Number);
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85 ? [longitude, latitude] : null;
}

function readFigure(text: string | null): Figure | null {
  if (text === null) return null;
  const [name = '', phase = null] = text.split(':');
  const column = oneOf(accountColumns, name);
  return column && { column, phase };
}

function readPlace(text: string | null): Address['at'] {
  const [longitude = NaN, latitude = NaN, zoom = NaN] = (text ?? '').split(',').map(Number);
  const isPlace = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85 && zoom >= 0 && zoom <= 24;
  return isPlace ? [longitude, latitude, zoom] : null;
}

function oneOf<T extends string>(values: readonly T[], value: string | null): T | null {
  return values.find((candidate) => candidate === value) ?? null;
}
