import type { Position } from 'geojson';

/**
 * The part of a centreline between two chainages, interpolated linearly between its vertices.
 * `chainages` gives the chainage in metres of every vertex. Null when nothing of the line lies in between.
 */
export function cutLine(
  coordinates: readonly Position[],
  chainages: readonly number[],
  fromMetres: number,
  toMetres: number,
): Position[] | null {
  const last = Math.min(coordinates.length, chainages.length) - 1;
  if (last < 1) return null;
  const from = Math.max(fromMetres, chainages[0]!);
  const to = Math.min(toMetres, chainages[last]!);
  if (!(to > from)) return null;
  const inside = coordinates
    .slice(0, last + 1)
    .filter((_, index) => chainages[index]! > from && chainages[index]! < to);
  return [pointAt(coordinates, chainages, from)!.position, ...inside, pointAt(coordinates, chainages, to)!.position];
}

export interface PointOnLine {
  readonly position: Position;
  /** The vertices before and after, for the direction of the line. */
  readonly segment: readonly [Position, Position];
}

/** The point at a chainage, or null when the line does not reach it. */
export function pointAt(
  coordinates: readonly Position[],
  chainages: readonly number[],
  metres: number,
): PointOnLine | null {
  for (let index = 1; index < Math.min(coordinates.length, chainages.length); index += 1) {
    const [start, end] = [chainages[index - 1]!, chainages[index]!];
    if (end <= start || metres < start || metres > end) continue;
    const [a, b] = [coordinates[index - 1]!, coordinates[index]!];
    if (metres === start) return { position: a, segment: [a, b] };
    if (metres === end) return { position: b, segment: [a, b] };
    const share = (metres - start) / (end - start);
    return { position: [a[0]! + (b[0]! - a[0]!) * share, a[1]! + (b[1]! - a[1]!) * share], segment: [a, b] };
  }
  return null;
}
