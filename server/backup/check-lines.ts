import { createHash } from 'node:crypto';
import { StartError } from '../start-error.ts';
import {
  backupFormat,
  documentLine,
  endLine,
  headerSchema,
  partLine,
  rowLine,
  tableLine,
  type BackupEnd,
  type BackupHeader,
} from './format.ts';

export type Entry =
  | { readonly kind: 'header'; readonly header: BackupHeader }
  | { readonly kind: 'table'; readonly table: string; readonly columns: readonly string[] }
  | { readonly kind: 'row'; readonly text: string }
  | { readonly kind: 'document'; readonly sha256: string; readonly content: Buffer }
  | { readonly kind: 'end'; readonly end: BackupEnd };

/** Takes the lines of a backup one by one and holds each against what must come before it. */
export class LineChecker {
  readonly #damaged: (what: string) => StartError;
  readonly #hash = createHash('sha256');
  readonly #found: Omit<BackupEnd, 'sha256'> = { tables: {}, documents: 0, lost: [] };
  #table: { name: string; columns: number } | null = null;
  #document: { sha256: string; bytes: number; parts: Buffer[]; read: number } | null = null;
  #isOver = false;
  hasBegun = false;

  constructor(damaged: (what: string) => StartError) {
    this.#damaged = damaged;
  }

  *take(line: Buffer): Generator<Entry> {
    if (this.#isOver) throw this.#damaged('something stands after its end');
    const value: unknown = JSON.parse(line.toString('utf8'));
    if (!this.hasBegun) yield this.#begin(value);
    else if (Array.isArray(value)) yield this.#row(value, line.toString('utf8'));
    else if (typeof value === 'string') yield* this.#part(value);
    else if (typeof value === 'object' && value !== null && 'end' in value) yield this.#end(value);
    else if (typeof value === 'object' && value !== null && 'table' in value) yield this.#open(value);
    else this.#expect(value);
    if (!this.#isOver) this.#hash.update(line).update('\n');
  }

  finish(): void {
    if (!this.#isOver) throw this.#damaged('its end is missing');
  }

  #begin(value: unknown): Entry {
    const { yuantu, format } = (value ?? {}) as { yuantu?: unknown; format?: unknown };
    if (yuantu !== 'backup') throw new SyntaxError('another file');
    this.hasBegun = true;
    if (typeof format === 'number' && format > backupFormat) {
      throw new StartError('The backup was written by a newer 园图 (yuantu); update the program.');
    }
    return { kind: 'header', header: headerSchema.parse(value) };
  }

  #open(value: unknown): Entry {
    const { table, columns } = tableLine.parse(value);
    if (this.#document || this.#found.documents || table in this.#found.tables)
      throw this.#damaged('a table is misplaced');
    this.#table = { name: table, columns: columns.length };
    this.#found.tables[table] = 0;
    return { kind: 'table', table, columns };
  }

  #row(value: unknown, text: string): Entry {
    const row = rowLine.parse(value);
    if (!this.#table || row.length !== this.#table.columns) throw this.#damaged('a row is misplaced');
    this.#found.tables[this.#table.name] = (this.#found.tables[this.#table.name] ?? 0) + 1;
    return { kind: 'row', text };
  }

  #expect(value: unknown): void {
    const { document, bytes } = documentLine.parse(value);
    if (this.#document) throw this.#damaged('a document is not whole');
    this.#table = null;
    this.#document = { sha256: document, bytes, parts: [], read: 0 };
  }

  *#part(value: string): Generator<Entry> {
    const open = this.#document;
    if (!open) throw this.#damaged('a part of a document is misplaced');
    const part = Buffer.from(partLine.parse(value), 'base64');
    open.parts.push(part);
    open.read += part.length;
    if (open.read < open.bytes) return;
    const content = Buffer.concat(open.parts);
    if (content.length !== open.bytes || createHash('sha256').update(content).digest('hex') !== open.sha256) {
      throw this.#damaged(`the document ${open.sha256} is not what it was`);
    }
    this.#document = null;
    this.#found.documents += 1;
    yield { kind: 'document', sha256: open.sha256, content };
  }

  #end(value: unknown): Entry {
    const { end } = endLine.parse(value);
    if (this.#document) throw this.#damaged('a document is not whole');
    const { tables, documents } = this.#found;
    const isComplete = Object.keys(tables).length === Object.keys(end.tables).length && documents === end.documents;
    if (!isComplete || Object.entries(tables).some(([name, rows]) => end.tables[name] !== rows)) {
      throw this.#damaged('rows or documents are missing');
    }
    if (this.#hash.digest('hex') !== end.sha256) throw this.#damaged('its checksum is wrong');
    this.#isOver = true;
    return { kind: 'end', end };
  }
}
