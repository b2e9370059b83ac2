import { checkFeatureCollection } from '../geometry/check-features.ts';
import { isObject, readGeometry, type ReadGeometry } from './geojson/read-geometry.ts';
import { scanJson } from './geojson/scan-json.ts';
import { NoteList } from './note-list.ts';
import { pickAttributes } from './pick-attributes.ts';
import type { DeclaredSystem, FilePlace, SurveyFeature, SurveyFile, TextEncoding } from './survey-file.ts';
import { readCrsMember } from './system/read-crs-member.ts';

const geometryTypes = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
];
const nowhere: FilePlace = { line: null, record: null };
const mostExplainedValues = 20_000;

/**
 * GeoJSON text (RFC 7946 and the older form with `crs`) as a survey file: a collection of features, one feature, or a
 * bare geometry. Positions stay as they are written, first and second number; heights are dropped. A collection of
 * geometries becomes one feature for its areas, one for its lines, one for its points. Never throws.
 */
export function readGeoJson(text: string, encoding: TextEncoding = 'utf-8'): SurveyFile {
  const notes = new NoteList();
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  const { fault, duplicateKeys, firstDuplicate } = scanJson(json);
  if (fault) {
    const { code, line, column, found } = fault;
    notes.add(code, 'refused', { line, record: null }, { column, found });
    return surveyFile(encoding, [], '', [], notes, {});
  }
  if (firstDuplicate) {
    const at = { line: firstDuplicate.line, record: null };
    notes.add('geojson.duplicate-key', 'mended', at, { key: firstDuplicate.key, count: duplicateKeys });
  }
  const root: unknown = JSON.parse(json);
  const records = recordsOf(root);
  if (records === null || !isObject(root)) {
    const type = isObject(root) && typeof root['type'] === 'string' ? root['type'].slice(0, 100) : null;
    notes.add('geojson.not-geojson', 'refused', nowhere, { type });
    return surveyFile(encoding, [], '', [], notes, {});
  }
  const features = records.flatMap((record, index) => readRecord(record, { line: null, record: index + 1 }, notes));
  const name = typeof root['name'] === 'string' && root['type'] === 'FeatureCollection' ? root['name'] : '';
  return surveyFile(encoding, systemsOf(root['crs'], features), name, features, notes, wordsOf(root));
}

function surveyFile(
  encoding: TextEncoding,
  systems: readonly DeclaredSystem[],
  name: string,
  features: readonly SurveyFeature[],
  notes: NoteList,
  about: Readonly<Record<string, string>>,
): SurveyFile {
  const layers = features.length || systems.length ? [{ name, features }] : [];
  const words = Object.keys(about).length ? [about] : [];
  return { format: 'geojson', encoding, systems, layers, notes: notes.all(), about: words };
}

/** The features of a root; a bare geometry stands for a feature. Null when it is none of them. */
function recordsOf(root: unknown): readonly unknown[] | null {
  if (!isObject(root)) return null;
  if (root['type'] === 'FeatureCollection') return Array.isArray(root['features']) ? root['features'] : null;
  return root['type'] === 'Feature' || geometryTypes.includes(String(root['type'])) ? [root] : null;
}

function readRecord(record: unknown, at: FilePlace, notes: NoteList): SurveyFeature[] {
  const isBare = isObject(record) && record['type'] !== 'Feature' && 'coordinates' in record;
  const feature =
    isBare || (isObject(record) && record['type'] === 'GeometryCollection') ? { geometry: record } : record;
  if (!isObject(feature) || feature['geometry'] === undefined) {
    notes.add('geojson.structure', 'skipped', at, { message: explain(record) });
    return [];
  }
  const { geometry, properties, id } = feature as { geometry: unknown; properties?: unknown; id?: unknown };
  const own = isObject(properties) ? properties : {};
  const attributes = pickAttributes(id === undefined || Object.hasOwn(own, 'id') ? own : { ...own, id });
  if (geometry === null) return [{ at, ...attributes, shape: null, cornerNames: null }];
  const read = readGeometry(geometry);
  if (read === null) {
    notes.add('geojson.structure', 'skipped', at, { message: explain(record) });
    return [];
  }
  addGeometryNotes(read, at, notes);
  const { shapes } = read;
  if (shapes.length === 0) return [{ at, ...attributes, shape: null, cornerNames: null }];
  return shapes.map((shape) => {
    const declaredArea = shape.type === 'area' ? attributes.declaredArea : null;
    return { at, ...attributes, declaredArea, shape, cornerNames: null };
  });
}

function addGeometryNotes({ unclosed, emptyRings, hasHeights, shapes }: ReadGeometry, at: FilePlace, notes: NoteList) {
  for (const { ring, gap } of unclosed)
    notes.add('geojson.ring-unclosed', 'mended', at, { ring, gap, gapMillimetres: null });
  if (emptyRings) notes.add('geojson.ring-empty', 'mended', at, { rings: emptyRings });
  if (hasHeights) notes.add('geojson.height-dropped', 'mended', at);
  if (shapes.length > 1) notes.add('geojson.mixed-geometry', 'mended', at, { kinds: shapes.length });
}

/** What geojson-validation says of a record nobody can read, unless it is too large to be looked through twice. */
function explain(record: unknown): string | null {
  const open: unknown[] = [record];
  for (let count = 0; open.length > 0; count += 1) {
    if (count > mostExplainedValues) return null;
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const inner of Object.values(value)) open.push(inner);
    if (open.length > mostExplainedValues) return null;
  }
  try {
    const [finding] = checkFeatureCollection({ type: 'FeatureCollection', features: [record] });
    return finding?.message.slice(0, 200) ?? null;
  } catch {
    return null;
  }
}

/** Without a `crs` the format says WGS 84, which numbers that are no degrees contradict. */
function systemsOf(crs: unknown, features: readonly SurveyFeature[]): DeclaredSystem[] {
  const declared = readCrsMember(crs);
  if (declared) return [declared];
  if (features.some(({ shape }) => shape !== null && !isInDegrees(shape))) return [];
  const text = 'RFC 7946';
  return [{ from: 'format', text, epsg: 4326, datum: 'wgs84', bandDegrees: null, zone: null }];
}

function isInDegrees(shape: NonNullable<SurveyFeature['shape']>): boolean {
  const lists = shape.type === 'area' ? shape.polygons.flat() : shape.type === 'line' ? shape.lines : [shape.points];
  return lists.every((list) => list.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90));
}

/** Other words and numbers of a collection: its title, who made it. */
function wordsOf(root: Record<string, unknown>): Record<string, string> {
  if (root['type'] !== 'FeatureCollection') return {};
  const words = Object.entries(root).filter(([key, value]) => {
    return key !== 'type' && key !== 'name' && (typeof value === 'string' || typeof value === 'number');
  });
  return Object.fromEntries(words.map(([key, value]) => [key, String(value)]));
}
