import type { GridGeometry, Line, Point } from './shapes.ts';

const wkbPoint = 1;
const wkbLineString = 2;
const wkbPolygon = 3;
const wkbMultiPolygon = 6;

export interface Origin {
  readonly originEast: number;
  readonly originNorth: number;
}

/** Little-endian OGC WKB in metres of the legal grid (east, north). Areas are always written as MultiPolygon. */
export function encodeWkb(geometry: GridGeometry, origin: Origin): Uint8Array {
  const bytes: number[] = [];
  const writer = new Writer(bytes, origin);
  switch (geometry.type) {
    case 'Point':
      writer.head(wkbPoint);
      writer.point(geometry.point);
      break;
    case 'Line':
      writer.head(wkbLineString);
      writer.line(geometry.line);
      break;
    case 'Area':
      writer.head(wkbMultiPolygon);
      writer.count(geometry.polygons.length);
      for (const polygon of geometry.polygons) {
        writer.head(wkbPolygon);
        writer.count(polygon.length);
        for (const ring of polygon) writer.line(ring.length ? [...ring, ring[0]!] : []);
      }
  }
  return Uint8Array.from(bytes);
}

/** Reads what `encodeWkb` writes, back to whole millimetres. Throws on any other WKB. */
export function decodeWkb(bytes: Uint8Array, origin: Origin): GridGeometry {
  const reader = new Reader(bytes, origin);
  const kind = reader.head();
  if (kind === wkbPoint) return { type: 'Point', point: reader.point() };
  if (kind === wkbLineString) return { type: 'Line', line: reader.line() };
  if (kind !== wkbMultiPolygon) throw new TypeError(`WKB kind ${kind} is not stored for land`);
  const polygons = reader.list(() => {
    reader.head();
    return reader.list(() => reader.line().slice(0, -1));
  });
  return { type: 'Area', polygons };
}

class Writer {
  readonly #bytes: number[];
  readonly #origin: Origin;
  readonly #view = new DataView(new ArrayBuffer(8));

  constructor(bytes: number[], origin: Origin) {
    this.#bytes = bytes;
    this.#origin = origin;
  }

  head(kind: number): void {
    this.#bytes.push(1);
    this.count(kind);
  }

  count(value: number): void {
    this.#view.setUint32(0, value, true);
    this.#push(4);
  }

  line(points: Line): void {
    this.count(points.length);
    for (const point of points) this.point(point);
  }

  point([east, north]: Point): void {
    this.#double((this.#origin.originEast * 1000 + east) / 1000);
    this.#double((this.#origin.originNorth * 1000 + north) / 1000);
  }

  #double(value: number): void {
    this.#view.setFloat64(0, value, true);
    this.#push(8);
  }

  #push(count: number): void {
    for (let index = 0; index < count; index += 1) this.#bytes.push(this.#view.getUint8(index));
  }
}

class Reader {
  readonly #view: DataView;
  readonly #origin: Origin;
  #offset = 0;

  constructor(bytes: Uint8Array, origin: Origin) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#origin = origin;
  }

  head(): number {
    if (this.#view.getUint8(this.#offset) !== 1) throw new TypeError('WKB is stored little-endian');
    this.#offset += 1;
    return this.#count();
  }

  list<T>(read: () => T): T[] {
    return Array.from({ length: this.#count() }, read);
  }

  line(): Point[] {
    return this.list(() => this.point());
  }

  point(): Point {
    const east = Math.round(this.#double() * 1000) - this.#origin.originEast * 1000;
    const north = Math.round(this.#double() * 1000) - this.#origin.originNorth * 1000;
    return [east, north];
  }

  #count(): number {
    const value = this.#view.getUint32(this.#offset, true);
    this.#offset += 4;
    return value;
  }

  #double(): number {
    const value = this.#view.getFloat64(this.#offset, true);
    this.#offset += 8;
    return value;
  }
}
