import { readGeometry } from '../../../domain/survey/geojson/read-geometry.ts';
import { NoteList } from '../../../domain/survey/note-list.ts';
import { pickAttributes } from '../../../domain/survey/pick-attributes.ts';
import type { SurveyFeature, SurveyFile, TextEncoding } from '../../../domain/survey/survey-file.ts';
import type { SurveyLimits } from '../limits.ts';
import { Refused } from '../refusal.ts';
import { attributeOf, scanXml, type XmlHandler } from './scan-xml.ts';

type Coordinates = number[][];
type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: Coordinates[] }
  | { readonly type: 'LineString'; readonly coordinates: Coordinates }
  | { readonly type: 'Point'; readonly coordinates: number[] };

const longestText = 2000;
const texts = ['name', 'description', 'coordinates', 'value', 'SimpleData'];

/**
 * KML 2.x (OGC 12-007) as a survey file: one layer per folder, one record per placemark. Its own reader, because the
 * driver of gdal3.js is not LIBKML and drops ExtendedData, where the attributes are. Throws Refused for broken XML.
 */
export function readKml(xml: string, encoding: TextEncoding, limits: SurveyLimits): SurveyFile {
  const reading = new KmlReading(limits);
  scanXml(xml, reading);
  const { notes, layers } = reading;
  if (layers.size === 0) notes.add('survey.no-features', 'refused', { line: null, record: null });
  const system = { from: 'format', text: 'KML', epsg: 4326, datum: 'wgs84', bandDegrees: null, zone: null } as const;
  return {
    format: 'kml',
    encoding,
    systems: layers.size > 0 ? [system] : [],
    layers: [...layers].map(([name, features]) => ({ name, features })),
    notes: notes.all(),
    about: [],
  };
}

class KmlReading implements XmlHandler {
  readonly notes = new NoteList();
  readonly layers = new Map<string, SurveyFeature[]>();
  readonly #limits: SurveyLimits;
  readonly #path: string[] = [];
  readonly #folders: string[] = [];
  #placemark: { line: number; record: number; values: Record<string, string>; geometries: Geometry[] } | null = null;
  #polygon: Coordinates[] | null = null;
  #key = '';
  #text: string[] | null = null;
  #records = 0;
  #points = 0;

  constructor(limits: SurveyLimits) {
    this.#limits = limits;
  }

  open(name: string, attributes: string, line: number): void {
    this.#path.push(name);
    if (name === 'Folder' || name === 'Document') this.#folders.push('');
    if (name === 'Placemark') this.#placemark = { line, record: (this.#records += 1), values: {}, geometries: [] };
    if (name === 'Polygon') this.#polygon = [];
    if (name === 'Data' || name === 'SimpleData') this.#key = attributeOf(attributes, 'name') ?? '';
    if (texts.includes(name)) this.#text = [];
    const { features } = this.#limits;
    if (this.#records > features) throw new Refused('survey.too-many-features', { most: features }, { line });
  }

  text(text: string): void {
    this.#text?.push(text);
  }

  close(name: string): void {
    this.#path.pop();
    const parent = this.#path.at(-1);
    if (texts.includes(name)) {
      const text = (this.#text ?? []).join('').trim();
      this.#text = null;
      this.#take(name, text, parent);
    }
    if (name === 'Polygon' && this.#polygon) {
      this.#placemark?.geometries.push({ type: 'Polygon', coordinates: this.#polygon });
      this.#polygon = null;
    }
    if (name === 'Placemark') this.#closePlacemark();
    if (name === 'Folder' || name === 'Document') this.#folders.pop();
  }

  #take(name: string, text: string, parent: string | undefined): void {
    const placemark = this.#placemark;
    if (name === 'coordinates') return this.#takeCoordinates(text, parent);
    if (name === 'name' && parent !== 'Placemark') {
      if (parent === 'Folder' || parent === 'Document') this.#folders[this.#folders.length - 1] = text;
      return;
    }
    if (!placemark || text === '') return;
    const key = name === 'value' || name === 'SimpleData' ? this.#key : parent === 'Placemark' ? name : '';
    if (key !== '') placemark.values[key] = text.slice(0, longestText);
  }

  #takeCoordinates(text: string, parent: string | undefined): void {
    const placemark = this.#placemark;
    if (!placemark) return;
    const coordinates = coordinatesOf(text);
    this.#points += coordinates.length;
    const { points } = this.#limits;
    if (this.#points > points) throw new Refused('survey.too-many-points', { most: points }, { line: placemark.line });
    if (parent === 'Point' && coordinates[0]) {
      placemark.geometries.push({ type: 'Point', coordinates: coordinates[0] });
    } else if (parent === 'LineString') placemark.geometries.push({ type: 'LineString', coordinates });
    else if (parent === 'LinearRing' && this.#polygon) {
      const isInner = this.#path.at(-2) === 'innerBoundaryIs';
      if (isInner) this.#polygon.push(coordinates);
      else this.#polygon.unshift(coordinates);
    } else if (parent === 'LinearRing') placemark.geometries.push({ type: 'Polygon', coordinates: [coordinates] });
  }

  #closePlacemark(): void {
    const placemark = this.#placemark;
    this.#placemark = null;
    if (!placemark) return;
    const at = { line: placemark.line, record: placemark.record };
    const read = readGeometry({ type: 'GeometryCollection', geometries: placemark.geometries });
    if (!read) this.notes.add('kml.coordinates-unreadable', 'skipped', at);
    for (const { ring, gap } of read?.unclosed ?? []) {
      this.notes.add('kml.ring-unclosed', 'mended', at, { ring, gap, gapMillimetres: null });
    }
    const attributes = pickAttributes(placemark.values);
    const shapes = read && read.shapes.length > 0 ? read.shapes : [null];
    if (shapes.length > 1) this.notes.add('kml.mixed-geometry', 'mended', at, { kinds: shapes.length });
    const folder = this.#folders.findLast((name) => name !== '') ?? '';
    const layer = this.layers.get(folder) ?? [];
    for (const shape of shapes) layer.push({ at, ...attributes, shape, cornerNames: null });
    this.layers.set(folder, layer);
  }
}

/** Tuples of longitude, latitude and height parted by blanks; what is no number makes its placemark unreadable. */
function coordinatesOf(text: string): Coordinates {
  if (text === '') return [];
  return text.split(/\s+/).map((tuple) => {
    const [longitude, latitude] = tuple.split(',');
    const number = (part: string | undefined) => (part === undefined || part === '' ? Number.NaN : Number(part));
    return [number(longitude), number(latitude)];
  });
}
