import type { MultiPolygon, Point, Ring } from '../../domain/geometry/shapes.ts';

const columns = 60;
const rowsOfParcels = 50;
const sideMillimetres = 60_000;

/** 3,000 parcels of eight corners that share their borders, 60 m wide, side by side. */
export function benchParcels(): MultiPolygon[] {
  return Array.from({ length: columns * rowsOfParcels }, (_, index) => {
    const column = (index % columns) * 2;
    const row = Math.floor(index / columns) * 2;
    const around = [0, 0, 1, 0, 2, 0, 2, 1, 2, 2, 1, 2, 0, 2, 0, 1];
    const ring: Ring = Array.from({ length: 8 }, (_corner, at) =>
      corner(column + around[at * 2]!, row + around[at * 2 + 1]!),
    );
    return [[ring]];
  });
}

/** Five phases of 120 corners; each borrows every tenth corner from a parcel nearby, so that some corners coincide. */
export function benchPhases(): MultiPolygon[] {
  const middles: readonly Point[] = [
    [800_000, 700_000],
    [2_600_000, 800_000],
    [1_800_000, 1_500_000],
    [900_000, 2_300_000],
    [2_700_000, 2_200_000],
  ];
  return middles.map(([east, north], phase) => {
    const ring: Ring = Array.from({ length: 120 }, (_, index) => {
      const angle = (2 * Math.PI * index) / 120;
      const radius = 700_000 + 150_000 * Math.sin(5 * angle + phase) + 40_000 * noise(index, phase);
      const x = Math.round(east + radius * Math.cos(angle));
      const y = Math.round(north + radius * Math.sin(angle));
      const half = sideMillimetres / 2;
      return index % 10 === 0 ? corner(Math.round(x / half), Math.round(y / half)) : [x, y];
    });
    return [[ring]];
  });
}

function corner(column: number, row: number): Point {
  const jitter = sideMillimetres / 8;
  return [
    Math.round((column * sideMillimetres) / 2 + jitter * noise(column, row)),
    Math.round((row * sideMillimetres) / 2 + jitter * noise(row + 0.5, column)),
  ];
}

/** Between −1 and 1, the same on every run. */
function noise(a: number, b: number): number {
  const value = Math.sin(a * 127.1 + b * 311.7) * 43_758.5453;
  return 2 * (value - Math.floor(value)) - 1;
}
