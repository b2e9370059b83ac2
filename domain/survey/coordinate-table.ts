import type { DecodedText } from './decode-text.ts';
import { eachLine } from './each-line.ts';
import { toHalfWidth } from './half-width.ts';
import { NoteList } from './note-list.ts';
import { parseDecimal } from './parse-decimal.ts';
import type { SurveyFeature, SurveyFile, SurveyShape } from './survey-file.ts';
import { labelledCells, type LabelledCells } from './table/labelled-cells.ts';
import { delimiterOf, splitCells } from './table/split-cells.ts';
import { columnsGuessed, columnsNamed, type TableColumns } from './table/table-columns.ts';
import { featuresOfGroup, type TableGroup } from './table/table-group.ts';

/** A cell of a sheet; dates and formulas as the text or number they show. */
export type TableCell = string | number | null;

export interface TableOptions {
  readonly name?: string;
  /** What the rows are, when a person has said it. */
  readonly as?: SurveyShape['type'];
}

/**
 * Reads a simple table of coordinates in text: columns parted by commas, tabs, semicolons or blanks, with a header row
 * in Chinese or English or without (standards.md §1.3, row 19). Positions are [east, north]: the column X is north.
 * A blank line ends a record unless a column of parcels does. Never throws.
 */
export function readCoordinateTable(decoded: DecodedText, options: TableOptions = {}): SurveyFile {
  const { text, encoding, badCharacters } = decoded;
  const reading = new Reading(options);
  if (badCharacters > 0) reading.notes.add('text.bad-bytes', 'mended', nowhere, { count: badCharacters });
  const delimiter = delimiterOf(text);
  eachLine(text, (line, number) => {
    if (line === null) reading.notes.add('table.line-too-long', 'skipped', { line: number, record: null });
    else
      reading.read(splitCells(line, delimiter), number, () =>
        splitCells(toHalfWidth(line), toHalfWidth(delimiter) as ','),
      );
  });
  return { ...reading.finish(), encoding };
}

/** The same from rows of cells, as a sheet of a workbook gives them. */
export function readCoordinateRows(rows: readonly (readonly TableCell[])[], options: TableOptions = {}): SurveyFile {
  const reading = new Reading(options);
  rows.forEach((row, index) => {
    const cells = Array.from(row, (cell) => (cell === null || cell === undefined ? '' : String(cell).trim()));
    reading.read(cells, index + 1, () => cells.map(toHalfWidth));
  });
  return { ...reading.finish(), encoding: null };
}

const nowhere = { line: null, record: null };
const longestQuote = 60;

class Reading {
  readonly notes = new NoteList();
  readonly #options: TableOptions;
  readonly #features: SurveyFeature[] = [];
  readonly #titles: string[] = [];
  #columns: TableColumns | null = null;
  #width = 0;
  #hasHeader = false;
  #group: TableGroup | null = null;
  #title: LabelledCells | null = null;

  constructor(options: TableOptions) {
    this.#options = options;
  }

  read(cells: readonly string[], line: number, halfWidth: () => readonly string[]): void {
    if (cells.every((cell) => cell === '')) return this.#blankLine();
    if (this.#knowsColumns(cells) && this.#readRow(cells, line)) return;
    const named = columnsNamed(cells);
    if (named) {
      this.#columns = named;
      this.#hasHeader = true;
      return;
    }
    const labelled = labelledCells(cells);
    if (labelled) return this.#readLabels(labelled);
    if (this.#readRow(cells, line)) return;
    if (this.#readRow(halfWidth(), line)) return this.notes.add('text.full-width', 'mended', { line, record: null });
    const filled = cells.filter((cell) => cell !== '');
    const isEdgeLength = this.#group !== null && filled.length === 1 && parseDecimal(filled[0]!) !== null;
    if (isEdgeLength) return;
    const text = filled.join(' ').slice(0, longestQuote);
    if (this.#columns || this.#titles.length >= longestQuote) {
      this.notes.add('table.row-unreadable', 'skipped', { line, record: null }, { text });
    } else this.#titles.push(text);
  }

  finish(): Omit<SurveyFile, 'encoding'> {
    this.#closeGroup();
    if (this.#features.length === 0) this.notes.add('table.no-rows', 'refused', nowhere);
    const titles = this.#titles.map((text, index) => [index === 0 ? 'title' : `title ${index + 1}`, text]);
    return {
      format: 'coordinate-table',
      systems: [],
      layers: [{ name: this.#options.name ?? '', features: this.#features }],
      notes: this.notes.all(),
      about: titles.length > 0 ? [Object.fromEntries(titles) as Record<string, string>] : [],
    };
  }

  #blankLine(): void {
    if (!this.#hasHeader || this.#columns?.parcel === undefined) this.#closeGroup();
  }

  /** A code or a name begins the next parcel; an area alone belongs to the one that was read. */
  #readLabels(labels: LabelledCells): void {
    const isTitle = labels.code !== null || labels.name !== null;
    if (this.#group && !isTitle) {
      this.#group.declaredArea ??= labels.declaredArea;
      return;
    }
    this.#closeGroup();
    const { code, name, declaredArea } = this.#title ?? labels;
    this.#title = {
      code: labels.code ?? code,
      name: labels.name ?? name,
      declaredArea: labels.declaredArea ?? declaredArea,
    };
  }

  /** The way of nearly every row; an area beside its label is no coordinate. */
  #knowsColumns(cells: readonly string[]): boolean {
    return this.#columns !== null && (this.#hasHeader || cells.length === this.#width) && !cells[0]!.startsWith('面积');
  }

  #readRow(cells: readonly string[], line: number): boolean {
    if (!this.#hasHeader && (!this.#columns || cells.length !== this.#width)) {
      this.#columns = columnsGuessed(cells) ?? this.#columns;
      this.#width = cells.length;
    }
    const columns = this.#columns;
    if (!columns) return false;
    const cell = (column: number | undefined) => (column === undefined ? '' : (cells[column] ?? ''));
    const [north, east] = [parseDecimal(cell(columns.north)), parseDecimal(cell(columns.east))];
    if (north === null || east === null) return false;
    const height = cell(columns.height);
    const named: [string, string][] = columns.others.map(([column, name]) => [name, cell(column)]);
    if (height !== '') named.push(['高程', height]);
    const group = this.#groupOf(cell(columns.parcel), cell(columns.parcelName), columns);
    group.rows.push({
      line,
      ring: cell(columns.ring),
      name: cell(columns.point),
      position: [east, north],
      properties: named.length > 0 ? Object.fromEntries(named.filter(([, value]) => value !== '')) : noProperties,
    });
    return true;
  }

  #groupOf(parcel: string, parcelName: string, columns: TableColumns): TableGroup {
    const code = parcel || this.#title?.code || null;
    const name = parcelName || this.#title?.name || null;
    if (this.#group && parcel !== '' && this.#group.code !== code) this.#closeGroup();
    this.#group ??= {
      code,
      name,
      isLand: columns.parcel !== undefined || columns.ring !== undefined || this.#title !== null,
      hasHeights: columns.height !== undefined,
      rows: [],
      declaredArea: this.#title?.declaredArea ?? null,
    };
    return this.#group;
  }

  #closeGroup(): void {
    if (!this.#group) return;
    const record = this.#features.length + 1;
    const features = featuresOfGroup(this.#group, this.#options.as ?? null, record, this.notes);
    for (const feature of features) this.#features.push(feature);
    this.#group = null;
    this.#title = null;
  }
}

const noProperties = {};
