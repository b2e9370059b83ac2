import type { MultiPolygon, Ring } from '../../geometry/shapes.ts';

const mostStarts = 8;

/** A text that two shapes share exactly when their rings are the same, whatever first corner, winding and order they have. */
export function shapeKey(polygons: MultiPolygon): string {
  return polygons
    .flatMap((polygon) => polygon.map((ring, place) => `${place === 0 ? '+' : '-'}${ringKey(ring)}`))
    .sort()
    .join('|');
}

/** A number that shapes of one key share; most others differ in it. */
function shapeHash(polygons: MultiPolygon): number {
  let hash = 0;
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (const [x, y] of ring) hash = (hash + mixed(Math.imul(x | 0, 0x9e3779b1) ^ mixed(y | 0))) | 0;
    }
  }
  return hash;
}

export function isSameShape(a: MultiPolygon, b: MultiPolygon): boolean {
  if (shapeHash(a) !== shapeHash(b)) return false;
  return isSameInOrder(a, b) || shapeKey(a) === shapeKey(b);
}

/** Most files keep the order of parts and holes; and in most rings no corner stands twice. */
function isSameInOrder(a: MultiPolygon, b: MultiPolygon): boolean {
  return (
    a.length === b.length &&
    a.every((polygon, part) => {
      const other = b[part]!;
      return polygon.length === other.length && polygon.every((ring, place) => isSameRing(ring, other[place]!));
    })
  );
}

function isSameRing(a: Ring, b: Ring): boolean {
  const [first] = a;
  const { length } = a;
  if (!first || length !== b.length) return false;
  const start = b.findIndex(([x, y]) => x === first[0] && y === first[1]);
  if (start === -1) return false;
  return [1, length - 1].some((step) =>
    a.every(([x, y], at) => {
      const other = b[(start + at * step) % length]!;
      return other[0] === x && other[1] === y;
    }),
  );
}

/** The ring from its lowest corner, the way whose text is less; a ring that often comes back there is left as it is. */
function ringKey(ring: Ring): string {
  const [first] = ring;
  if (!first) return '';
  let [x, y] = first;
  for (const point of ring) if (point[0] < x || (point[0] === x && point[1] < y)) [x, y] = point;
  const starts = [...ring.keys()].filter((at) => ring[at]![0] === x && ring[at]![1] === y);
  if (starts.length > mostStarts) return ring.join(' ');
  const back = ring.toReversed();
  return starts
    .flatMap((at) => [from(ring, at), from(back, ring.length - 1 - at)])
    .reduce((least, one) => (one < least ? one : least));
}

function from(ring: Ring, start: number): string {
  return [...ring.slice(start), ...ring.slice(0, start)].join(' ');
}

/** The last step of MurmurHash3, which spreads neighbouring numbers. */
function mixed(value: number): number {
  let mix = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}
