import { arrangeRing } from '../../../domain/survey/rings/arrange-ring.ts';
import type { Position } from '../../../domain/survey/survey-file.ts';
import type { WrittenFeature } from '../written-land.ts';

const headerBytes = 100;
const polygonType = 5;

/** The .shp and .shx of polygons: outer rings clockwise, holes the other way, closed (ESRI white paper, July 1998). */
export function writeShp(features: readonly WrittenFeature[]): { shp: Uint8Array; shx: Uint8Array } {
  const shapes = features.map(({ polygons }) => polygons.flatMap(closedRings));
  const lengths = shapes.map(contentBytes);
  const shp = new DataView(new ArrayBuffer(lengths.reduce((sum, length) => sum + 8 + length, headerBytes)));
  const shx = new DataView(new ArrayBuffer(headerBytes + shapes.length * 8));
  const box = boxOf(shapes.flat());
  for (const view of [shp, shx]) writeHeader(view, box);
  let at = headerBytes;
  shapes.forEach((rings, index) => {
    const words = lengths[index]! / 2;
    shx.setInt32(headerBytes + index * 8, at / 2);
    shx.setInt32(headerBytes + index * 8 + 4, words);
    shp.setInt32(at, index + 1);
    shp.setInt32(at + 4, words);
    writeShape(shp, at + 8, rings);
    at += 8 + lengths[index]!;
  });
  return { shp: new Uint8Array(shp.buffer), shx: new Uint8Array(shx.buffer) };
}

function closedRings(polygon: readonly (readonly Position[])[]): (readonly Position[])[] {
  return polygon.map((positions, ring) => {
    const winding = ring === 0 ? 'clockwise' : 'counter-clockwise';
    const arranged = arrangeRing({ positions, names: null }, { start: 'kept', winding }).positions;
    return [...arranged, arranged[0]!];
  });
}

function contentBytes(rings: readonly (readonly Position[])[]): number {
  if (rings.length === 0) return 4;
  return 44 + rings.length * 4 + rings.reduce((sum, ring) => sum + ring.length * 16, 0);
}

function writeHeader(view: DataView, box: readonly number[]): void {
  view.setInt32(0, 9994);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, polygonType, true);
  box.forEach((value, index) => view.setFloat64(36 + index * 8, value, true));
}

function writeShape(view: DataView, at: number, rings: readonly (readonly Position[])[]): void {
  if (rings.length === 0) return;
  view.setInt32(at, polygonType, true);
  boxOf(rings).forEach((value, index) => view.setFloat64(at + 4 + index * 8, value, true));
  view.setInt32(at + 36, rings.length, true);
  view.setInt32(
    at + 40,
    rings.reduce((sum, ring) => sum + ring.length, 0),
    true,
  );
  let point = 0;
  let place = at + 44 + rings.length * 4;
  rings.forEach((ring, index) => {
    view.setInt32(at + 44 + index * 4, point, true);
    point += ring.length;
    for (const [x, y] of ring) {
      view.setFloat64(place, x, true);
      view.setFloat64(place + 8, y, true);
      place += 16;
    }
  });
}

function boxOf(rings: readonly (readonly Position[])[]): readonly number[] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
  }
  return west <= east ? [west, south, east, north] : [0, 0, 0, 0];
}
