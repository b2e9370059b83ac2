import type { Position, SurveyShape } from '../survey-file.ts';

type Rings = readonly (readonly Position[])[];

/** What geometries hold, by kind; empty kinds are left out of the shapes. */
export interface ReadGeometry {
  readonly shapes: readonly SurveyShape[];
  /** Rings whose last position is not their first: number of the ring in its polygon from 1, and the gap in file units. */
  readonly unclosed: readonly { readonly ring: number; readonly gap: number }[];
  readonly emptyRings: number;
  readonly hasHeights: boolean;
}

/** Thrown and caught in this file only: a value that is no GeoJSON. */
class Malformed extends Error {}

/** A geometry of any kind, collections taken apart into areas, lines and points; null when it cannot be read. */
export function readGeometry(geometry: unknown): ReadGeometry | null {
  const reader = new GeometryReader();
  try {
    reader.read(geometry);
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
  return reader;
}

class GeometryReader implements ReadGeometry {
  readonly unclosed: { ring: number; gap: number }[] = [];
  emptyRings = 0;
  hasHeights = false;
  readonly #polygons: Rings[] = [];
  readonly #lines: (readonly Position[])[] = [];
  readonly #points: Position[] = [];

  get shapes(): SurveyShape[] {
    const shapes: SurveyShape[] = [];
    if (this.#polygons.length) shapes.push({ type: 'area', polygons: this.#polygons });
    if (this.#lines.length) shapes.push({ type: 'line', lines: this.#lines });
    if (this.#points.length) shapes.push({ type: 'points', points: this.#points });
    return shapes;
  }

  /** Collections in collections: the depth is bounded by `scanJson`. */
  read(geometry: unknown): void {
    const { type, coordinates, geometries } = isObject(geometry) ? geometry : ({} as Record<string, unknown>);
    switch (type) {
      case 'GeometryCollection':
        for (const one of listOf(geometries)) this.read(one);
        return;
      case 'Point':
        this.#points.push(...(isEmpty(coordinates) ? [] : [this.#position(coordinates)]));
        return;
      case 'MultiPoint':
        for (const one of this.#positions(coordinates)) this.#points.push(one);
        return;
      case 'LineString':
        this.#addLine(coordinates);
        return;
      case 'MultiLineString':
        for (const one of listOf(coordinates)) this.#addLine(one);
        return;
      case 'Polygon':
        this.#addPolygon(coordinates);
        return;
      case 'MultiPolygon':
        for (const one of listOf(coordinates)) this.#addPolygon(one);
        return;
      default:
        throw new Malformed();
    }
  }

  #addLine(value: unknown): void {
    const line = this.#positions(value);
    if (line.length) this.#lines.push(line);
  }

  #addPolygon(value: unknown): void {
    const rings: (readonly Position[])[] = [];
    listOf(value).forEach((one, index) => {
      const ring = this.#ring(one, index + 1);
      if (ring.length) rings.push(ring);
      else this.emptyRings += 1;
    });
    if (rings.length) this.#polygons.push(rings);
  }

  #ring(value: unknown, number: number): Position[] {
    const ring = this.#positions(value);
    const [first, last] = [ring[0], ring.at(-1)];
    if (!first || !last || ring.length < 2) return ring;
    if (first[0] === last[0] && first[1] === last[1]) ring.pop();
    else this.unclosed.push({ ring: number, gap: Math.hypot(first[0] - last[0], first[1] - last[1]) });
    return ring;
  }

  #positions(value: unknown): Position[] {
    return listOf(value).map((one) => this.#position(one));
  }

  #position(value: unknown): Position {
    const [first, second] = listOf(value);
    if (!isFiniteNumber(first) || !isFiniteNumber(second)) throw new Malformed();
    if ((value as unknown[]).length > 2) this.hasHeights = true;
    return [first, second];
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Malformed();
  return value;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
