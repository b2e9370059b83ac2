/** A point of the legal grid: whole millimetres east and north of the park's origin. */
export type Point = readonly [eastMillimetres: number, northMillimetres: number];
export type Line = readonly Point[];
/** A ring without its closing point: the last point differs from the first. */
export type Ring = readonly Point[];
/** Outer ring first, holes after it. */
export type Polygon = readonly Ring[];
export type MultiPolygon = readonly Polygon[];

export type GridGeometry =
  | { readonly type: 'Point'; readonly point: Point }
  | { readonly type: 'Line'; readonly line: Line }
  | { readonly type: 'Area'; readonly polygons: MultiPolygon };
