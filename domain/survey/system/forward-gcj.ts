const semiMajorMetres = 6378245;
const eccentricitySquared = 0.006693421622965943;
const bdAngle = (Math.PI * 3000) / 180;

/**
 * Longitude and latitude as Amap and Tencent draw them (GCJ-02), from true degrees; outside its box unchanged.
 * The formula all public code shares (standards §2.3). Only to recognise such data: it must never be stored.
 */
export function forwardGcj02(lon: number, lat: number): [number, number] {
  if (lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271) return [lon, lat];
  const phi = (lat * Math.PI) / 180;
  const magic = 1 - eccentricitySquared * Math.sin(phi) ** 2;
  const meridianRadius = (semiMajorMetres * (1 - eccentricitySquared)) / (magic * Math.sqrt(magic));
  const parallelRadius = (semiMajorMetres / Math.sqrt(magic)) * Math.cos(phi);
  const x = lon - 105;
  const y = lat - 35;
  return [
    lon + (lonWave(x, y) * 180) / (parallelRadius * Math.PI),
    lat + (latWave(x, y) * 180) / (meridianRadius * Math.PI),
  ];
}

/** Longitude and latitude as Baidu draws them (BD-09), from true degrees: GCJ-02 and a turn on top. */
export function forwardBd09(lon: number, lat: number): [number, number] {
  const [x, y] = forwardGcj02(lon, lat);
  const radius = Math.hypot(x, y) + 0.00002 * Math.sin(y * bdAngle);
  const angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * bdAngle);
  return [radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006];
}

function sines(...parts: readonly (readonly [number, number])[]): number {
  return (parts.reduce((sum, [weight, angle]) => sum + weight * Math.sin(angle * Math.PI), 0) * 2) / 3;
}

function lonWave(x: number, y: number): number {
  const plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  return plain + sines([20, 6 * x], [20, 2 * x], [20, x], [40, x / 3], [150, x / 12], [300, x / 30]);
}

function latWave(x: number, y: number): number {
  const plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  return plain + sines([20, 6 * x], [20, 2 * x], [20, y], [40, y / 3], [160, y / 12], [320, y / 30]);
}
