import { twiceAreaSquareMillimetres } from '../../geometry/area.ts';
import type { MultiPolygon, Ring } from '../../geometry/shapes.ts';
import { comparedLand, landOf, type ComparedLand } from '../check/between/compared-land.ts';
import { usualLimits } from '../check/limits.ts';
import { twiceAreaOrNull } from '../check/ring/ring-area.ts';
import { compareText, type IncomingParcel, type PresentParcel } from './proposal.ts';

export interface ParcelLand {
  readonly code: string;
  readonly polygons: MultiPolygon;
  readonly land: ComparedLand;
}

export interface FeatureLand {
  readonly feature: number;
  /** Without blanks around it; null when nothing is left. */
  readonly code: string | null;
  readonly polygons: MultiPolygon;
  /** Null when its shape cannot be measured. */
  readonly land: ComparedLand | null;
  readonly isUnsound: boolean;
}

const landsPerStep = 1000;

export interface MeasuredLand {
  readonly features: FeatureLand[];
  readonly parcels: ParcelLand[];
}

/** Parcels by code and features by their index. Yields parcels and features done. */
export function* measureLand(
  present: readonly PresentParcel[],
  incoming: readonly IncomingParcel[],
): Generator<number, MeasuredLand> {
  const parcels: ParcelLand[] = [];
  const features: FeatureLand[] = [];
  for (const parcel of present) {
    if (parcels.length % landsPerStep === 0) yield parcels.length;
    parcels.push(parcelLand(parcel));
  }
  for (const feature of incoming) {
    if (features.length % landsPerStep === 0) yield parcels.length + features.length;
    features.push(featureLand(feature));
  }
  parcels.sort((a, b) => compareText(a.code, b.code));
  features.sort((a, b) => a.feature - b.feature);
  return { parcels, features };
}

function parcelLand({ code, polygons }: PresentParcel): ParcelLand {
  return { code, polygons, land: landOf(polygons, twiceAreaSquareMillimetres(polygons)) };
}

/** Of a feature that is not sound, what its outer rings go around without its holes. */
function featureLand({ feature, code, polygons, isUnsound }: IncomingParcel): FeatureLand {
  const named = { feature, code: code?.trim() || null, polygons };
  if (!isMeasurable(polygons)) return { ...named, land: null, isUnsound: true };
  const twice = twiceAreaSquareMillimetres(polygons);
  const isBroken = isUnsound || twice <= 0;
  const land = isBroken
    ? comparedLand({ polygons, origins: [], twiceAreaSquareMillimetres: twice, isUnsound: true })
    : landOf(polygons, twice);
  return { ...named, land: land && land.twiceAreaSquareMillimetres > 0 ? land : null, isUnsound: isBroken };
}

function isMeasurable(polygons: MultiPolygon): boolean {
  return polygons.length > 0 && polygons.every((polygon) => polygon.length > 0 && polygon.every(isRing));
}

function isRing(ring: Ring): boolean {
  return ring.length >= 3 && ring.every(([x, y]) => isWithin(x) && isWithin(y)) && twiceAreaOrNull(ring) !== null;
}

function isWithin(coordinate: number): boolean {
  return Number.isSafeInteger(coordinate) && Math.abs(coordinate) <= usualLimits.reach;
}
