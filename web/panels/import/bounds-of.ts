export type Bounds = readonly [west: number, south: number, east: number, north: number];

const roundDegrees = 0.0003;

/** The box about places in degrees. */
export function boundsOf(places: readonly (readonly number[])[]): Bounds {
  const [longitudes, latitudes] = [places.map(([lon = 0]) => lon), places.map(([, lat = 0]) => lat)];
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

/** The same with some thirty metres around it. */
export function boundsAround(places: readonly (readonly number[])[]): Bounds {
  const [west, south, east, north] = boundsOf(places);
  return [west - roundDegrees, south - roundDegrees, east + roundDegrees, north + roundDegrees];
}
