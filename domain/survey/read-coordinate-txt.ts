import type { DecodedText } from './decode-text.ts';
import { eachLine, longestLine } from './each-line.ts';
import { toHalfWidth } from './half-width.ts';
import { NoteList } from './note-list.ts';
import { RingCollector } from './rings/ring-collector.ts';
import { shapeOfRings } from './rings/shape-of-rings.ts';
import type { SurveyFeature, SurveyFile, SurveyLayer } from './survey-file.ts';
import { readCoordinateRow } from './txt/coordinate-row.ts';
import { coordinateSection, HeaderBlocks, headerSection, isSystemKey } from './txt/header-blocks.ts';
import { readAtRow, type ParcelRow } from './txt/parcel-row.ts';

/**
 * Reads a 界址点坐标交换格式 file (勘测定界 TXT; standards.md §1) in one pass over its lines. Positions are [east, north],
 * the X and Y of the file swapped once and otherwise as written. One layer per [属性描述]; `systems` has one entry, or
 * one per layer where the headers differ. Nothing is driven by counts, ring numbers or corner names. Never throws.
 */
export function readCoordinateTxt({ text, encoding, badCharacters }: DecodedText): SurveyFile {
  const reading = new Reading();
  if (badCharacters > 0) reading.notes.add('text.bad-bytes', 'mended', nowhere, { count: badCharacters });
  eachLine(text, (line, number) => reading.read(line, number));
  return { format: 'coordinate-txt', encoding, ...reading.finish() };
}

/** Whether a text has the marks of this format: a section or a parcel row near its beginning. */
export function looksLikeCoordinateTxt(text: string): boolean {
  const beginning = toHalfWidth(text.slice(0, longestLine));
  return [`[${headerSection}]`, `[${coordinateSection}]`, ',@'].some((mark) => beginning.includes(mark));
}

const nowhere = { line: null, record: null };
const longestQuote = 60;

interface OpenParcel {
  readonly line: number;
  readonly row: ParcelRow | null;
  readonly rings: RingCollector;
}

class Reading {
  readonly notes = new NoteList();
  readonly #blocks = new HeaderBlocks();
  readonly #layers: SurveyFeature[][] = [];
  #layer: SurveyFeature[] | null = null;
  #columns: readonly string[] | null = null;
  #parcel: OpenParcel | null = null;
  #records = 0;

  read(written: string | null, number: number): void {
    if (written === null) return this.#note('txt.line-too-long', 'skipped', number, { longest: longestLine });
    const line = written.trim();
    if (line === '') return;
    const hasAt = line.includes('@') || line.includes('＠');
    if (!hasAt && '[【［〔'.includes(line[0]!)) return this.#openSection(line, number);
    if (hasAt && this.#readAtRow(line, number)) return;
    const ascii = line.indexOf('=');
    const equals = ascii < 0 ? line.indexOf('＝') : ascii;
    if (equals > 0) return this.#readKey(line, equals, number);
    if (this.#readCorner(line, number)) return;
    if (this.#expectsWords) return this.#blocks.add(line, '', number);
    this.#note('txt.row-unreadable', 'skipped', number, { text: line.slice(0, longestQuote) });
  }

  finish(): Pick<SurveyFile, 'systems' | 'layers' | 'notes' | 'about'> {
    this.#closeParcel();
    const several = this.#layers.length > 1;
    const systems = this.#blocks.systems(this.notes);
    // Only the first layer can begin before any header.
    const before = this.#layers.length - systems.length;
    const layers = this.#layers.map((features, index): SurveyLayer => {
      const name = several ? `${coordinateSection} ${index + 1}` : coordinateSection;
      const own = systems[index - before];
      return several && systems.length > 1 ? { name, features, systems: own ? [own] : [] } : { name, features };
    });
    if (this.#records === 0) this.notes.add('txt.no-parcels', 'refused', nowhere);
    return { systems, layers, notes: this.notes.all(), about: this.#blocks.about };
  }

  get #expectsWords(): boolean {
    return !this.#parcel && this.#blocks.section !== null && this.#blocks.section !== coordinateSection;
  }

  #openSection(line: string, number: number): void {
    this.#closeParcel();
    const mark = toHalfWidth(line);
    if (mark !== line) this.#note('text.full-width', 'mended', number);
    const end = mark.indexOf(']');
    const section = mark.slice(1, end < 0 ? mark.length : end).trim();
    this.#blocks.open(section, number);
    if (section === headerSection) this.#openLayer();
  }

  #openLayer(): SurveyFeature[] {
    this.#columns = null;
    this.#layer = [];
    this.#layers.push(this.#layer);
    return this.#layer;
  }

  #readAtRow(line: string, number: number): boolean {
    const read = readAtRow(line, this.#columns);
    if (!read) return false;
    if (read.type === 'columns') this.#columns = read.names;
    else this.#openParcel(read.row, number, read.isMended);
    return true;
  }

  #openParcel(row: ParcelRow | null, line: number, isMended: boolean): void {
    this.#closeParcel();
    this.#records += 1;
    this.#parcel = { line, row, rings: new RingCollector((row?.kind ?? 'area') === 'area') };
    if (isMended) this.#note('text.full-width', 'mended', line);
    if (!row) this.#note('txt.parcel-row-missing', 'mended', line);
    else if (!row.kind) this.#note('txt.kind-missing', 'mended', line);
  }

  #readKey(line: string, equals: number, number: number): void {
    const key = toHalfWidth(line.slice(0, equals)).replaceAll(/\s/g, '');
    const value = line.slice(equals + 1).trim();
    const isFullWidth = line[equals] === '＝' || (isSystemKey(key) && toHalfWidth(value) !== value);
    if (isFullWidth) this.#note('text.full-width', 'mended', number);
    this.#blocks.add(key, value, number);
  }

  #readCorner(line: string, number: number): boolean {
    if (this.#expectsWords) return false;
    const asWritten = readCoordinateRow(line);
    const corner = asWritten ?? readCoordinateRow(toHalfWidth(line));
    if (!corner) return false;
    if (!this.#parcel) this.#openParcel(null, number, false);
    if (!asWritten) this.#note('text.full-width', 'mended', number);
    this.#parcel!.rings.add(corner.ring, corner.name, [corner.east, corner.north], number);
    return true;
  }

  #closeParcel(): void {
    if (!this.#parcel) return;
    const { line, row, rings } = this.#parcel;
    const at = { line, record: this.#records };
    const counted = row?.cornerCount ?? 0;
    if (counted !== 0 && counted !== rings.rows && counted !== rings.rows - rings.rings.length) {
      const detail = { declared: counted, rows: rings.rows, rings: rings.rings.length };
      this.notes.add('txt.count-differs', 'mended', at, detail);
    }
    const placed = shapeOfRings(row?.kind ?? 'area', rings.rings, { at, notes: this.notes, format: 'txt' });
    const { code = null, name = null, declaredArea = null, properties = {} } = row ?? {};
    (this.#layer ?? this.#openLayer()).push({ at, code, name, ...placed, declaredArea, properties });
    this.#parcel = null;
  }

  #note(
    ...[code, severity, line, detail]: [string, 'mended' | 'skipped', number, Record<string, string | number>?]
  ): void {
    this.notes.add(code, severity, { line, record: this.#parcel ? this.#records : null }, detail);
  }
}
