/** Where the device is, in degrees of WGS 84 (for this purpose CGCS2000). */
export interface Fix {
  readonly longitude: number;
  readonly latitude: number;
  readonly accuracyMetres: number;
  /** Clockwise from north, while the device moves. */
  readonly headingDegrees: number | null;
}

export type PositionTrouble = 'insecure' | 'denied' | 'unavailable' | 'timeout';

const troubles: Readonly<Record<number, PositionTrouble>> = { 1: 'denied', 2: 'unavailable', 3: 'timeout' };

export function troubleOf(error: { readonly code: number }): PositionTrouble {
  return troubles[error.code] ?? 'unavailable';
}

export function fixOf({ coords }: GeolocationPosition): Fix {
  const { longitude, latitude, accuracy: accuracyMetres, heading } = coords;
  const isMoving = heading !== null && Number.isFinite(heading);
  return { longitude, latitude, accuracyMetres, headingDegrees: isMoving ? heading : null };
}

/** What this browser says positions with, or why there are none: without https it has no such thing. */
export function findGeolocation(): Geolocation | PositionTrouble {
  if (!window.isSecureContext) return 'insecure';
  return 'geolocation' in navigator ? navigator.geolocation : 'unavailable';
}
