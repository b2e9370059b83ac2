export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The box about places in degrees. */
export function boundsOf(places: readonly (readonly number[])[]): Bounds {
  const [longitudes, latitudes] = [places.map(([lon = 0]) => lon), places.map(([, lat = 0]) => lat)];
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

const nearDegrees = 0.0003;

/** Some thirty metres about a place. */
export function boundsAbout([longitude = 0, latitude = 0]: readonly number[]): Bounds {
  return [longitude - nearDegrees, latitude - nearDegrees, longitude + nearDegrees, latitude + nearDegrees];
}
