import { decodeText, type DecodedText } from '../../../domain/survey/decode-text.ts';
import { readGeometry } from '../../../domain/survey/geojson/read-geometry.ts';
import { NoteList } from '../../../domain/survey/note-list.ts';
import type {
  Position,
  SurveyFeature,
  SurveyFile,
  SurveyShape,
  TextEncoding,
} from '../../../domain/survey/survey-file.ts';
import { readDataset } from '../gdal/read-dataset.ts';
import type { SurveyLimits } from '../limits.ts';
import { PointCounter } from '../point-counter.ts';
import { assignTexts, type DrawnText } from './assign-texts.ts';
import { joinHoles, type Drawn } from './join-holes.ts';
import { scanDxf, type DxfScan } from './scan-dxf.ts';

/** Degrees of a curve between two corners: 2 mm of sagitta at a radius of 200 m. */
const curveStepDegrees = '0.5';
const nowhere = { line: null, record: null };

/**
 * A drawing as a survey file, one layer per layer of the drawing. GDAL draws blocks, curves and hatches; here closed
 * lines become land, a text within land its code, name or area, and other texts points. Throws Refused.
 */
export async function readDxf(
  bytes: Uint8Array,
  forced: TextEncoding | null,
  limits: SurveyLimits,
): Promise<SurveyFile> {
  const notes = new NoteList();
  const decoded = decodeDxf(bytes, forced);
  const scan = scanDxf(decoded.text, limits.features);
  addScanNotes(notes, scan, decoded);
  const drawing = new Drawing(notes, new PointCounter(limits.points));
  // Recoded here, since the code page that a drawing names is often not the one it is written in.
  const settings = {
    DXF_ENCODING: 'UTF-8',
    DXF_MERGE_BLOCK_GEOMETRIES: 'FALSE',
    DXF_FEATURE_LIMIT_PER_BLOCK: String(limits.features),
    OGR_ARC_STEPSIZE: curveStepDegrees,
  };
  const source = { driver: 'DXF', file: 'source.dxf', settings } as const;
  const utf8 = new TextEncoder().encode(withEnd(decoded.text, scan));
  const read = await readDataset(utf8, source, limits, (_layer, { values, geometry }) => drawing.add(values, geometry));
  for (const message of read.complaints) notes.add('survey.reader-complained', 'mended', nowhere, { message });
  const layers = drawing.layers();
  if (layers.length === 0) notes.add('survey.no-features', 'refused', nowhere);
  return {
    format: 'dxf',
    encoding: decoded.encoding,
    systems: [],
    layers,
    notes: notes.all(),
    about: Object.keys(scan.header).length > 0 ? [scan.header] : [],
  };
}

/** From R2007 (AC1021) on drawings are UTF-8; before, in the code page of the machine they were drawn on. */
function decodeDxf(bytes: Uint8Array, forced: TextEncoding | null): DecodedText {
  if (forced) return decodeText(bytes, forced);
  const found = decodeText(bytes);
  if (found.isCertain) return found;
  const codePage = /\$DWGCODEPAGE\s+3\s+(\S+)/.exec(found.text.slice(0, 20_000))?.[1] ?? '';
  return /^(ansi_936|gb2312|gbk|dos936)$/i.test(codePage) ? decodeText(bytes, 'gb18030') : found;
}

/** GDAL reads nothing of a drawing that is cut off: it is ended before the entity that was cut. */
function withEnd(text: string, { isComplete, lastEntityAt }: DxfScan): string {
  return isComplete ? text : `${text.slice(0, lastEntityAt)}0\nENDSEC\n0\nEOF\n`;
}

function addScanNotes(notes: NoteList, { isComplete, curves }: DxfScan, { badCharacters }: DecodedText): void {
  if (badCharacters > 0) notes.add('text.bad-bytes', 'mended', nowhere, { count: badCharacters });
  if (!isComplete) notes.add('dxf.truncated', 'skipped', nowhere);
  if (curves > 0) notes.add('dxf.curves', 'mended', nowhere, { curves, degrees: Number(curveStepDegrees) });
}

class Drawing {
  readonly #notes: NoteList;
  readonly #points: PointCounter;
  readonly #drawn: Drawn[] = [];
  readonly #texts: (DrawnText & Drawn)[] = [];
  #records = 0;
  #onPaper = 0;

  constructor(notes: NoteList, points: PointCounter) {
    this.#notes = notes;
    this.#points = points;
  }

  add(values: Readonly<Record<string, unknown>>, geometry: unknown): void {
    this.#records += 1;
    const at = { line: null, record: this.#records };
    if (values['PaperSpace'] === 1 || values['PaperSpace'] === true) {
      this.#onPaper += 1;
      return;
    }
    const layer = String(values['Layer'] ?? '0');
    const kind = /:?AcDb(\w+)$/.exec(String(values['SubClasses'] ?? ''))?.[1] ?? null;
    const properties = { handle: textOrNull(values['EntityHandle']), kind };
    const read = geometry === null ? null : readGeometry(geometry);
    const text = textOrNull(values['Text']);
    for (const shape of read?.shapes.flatMap(landOfClosedLines) ?? []) {
      this.#points.add(shape, at);
      const feature = { at, code: null, name: text, shape, cornerNames: null, declaredArea: null, properties };
      const place = shape.type === 'points' ? shape.points[0] : undefined;
      if (text !== null && place) this.#texts.push({ text, place, layer, feature });
      else this.#drawn.push({ layer, feature });
    }
  }

  layers(): { name: string; features: SurveyFeature[] }[] {
    if (this.#onPaper > 0) this.#notes.add('dxf.paper-space', 'skipped', nowhere, { entities: this.#onPaper });
    const drawn = joinHoles(this.#drawn);
    const features = drawn.map(({ feature }) => feature);
    const { named, unused } = assignTexts(features, this.#texts, this.#notes);
    const layers = new Map<string, SurveyFeature[]>();
    const put = (layer: string, feature: SurveyFeature) => {
      const list = layers.get(layer);
      if (list) list.push(feature);
      else layers.set(layer, [feature]);
    };
    drawn.forEach(({ layer }, index) => put(layer, named[index]!));
    for (const index of unused) put(this.#texts[index]!.layer, this.#texts[index]!.feature);
    return [...layers].map(([name, features]) => ({ name, features }));
  }
}

/** A line that ends where it begins is the boundary of land; lines that do not stay lines. */
function landOfClosedLines(shape: SurveyShape): SurveyShape[] {
  if (shape.type !== 'line') return [shape];
  const closed = shape.lines.filter(isClosed);
  const open = shape.lines.filter((line) => !isClosed(line));
  return [
    ...closed.map((line): SurveyShape => ({ type: 'area', polygons: [[withoutRepeats(line.slice(0, -1))]] })),
    ...(open.length > 0 ? [{ type: 'line', lines: open } as const] : []),
  ];
}

function isClosed(line: readonly Position[]): boolean {
  return line.length >= 4 && isSame(line[0]!, line.at(-1)!);
}

/** Closed twice: by its flag, and by drawing the first corner again. */
function withoutRepeats(ring: readonly Position[]): readonly Position[] {
  return ring.length > 3 && isSame(ring[0]!, ring.at(-1)!) ? ring.slice(0, -1) : ring;
}

function isSame(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function textOrNull(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}
