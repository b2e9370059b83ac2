const mostLines = 20_000;

/** Writes a DXF as its pairs of group code and value, with a handle for each object. */
export class DxfPairs {
  readonly #parts: string[] = [];
  #lines: string[] = [];
  #handle: number;

  /** Goes on with the handles of another part of the same drawing. */
  constructor(after: DxfPairs | null = null) {
    this.#handle = after ? after.#handle : 0x20;
  }

  nextHandle(): string {
    this.#handle += 1;
    return this.#handle.toString(16).toUpperCase();
  }

  add(...pairs: readonly (string | number)[]): this {
    for (let index = 0; index + 1 < pairs.length; index += 2) {
      this.#lines.push(String(pairs[index]).padStart(3), String(pairs[index + 1]));
    }
    if (this.#lines.length > mostLines) this.#join();
    return this;
  }

  section(name: string): this {
    return this.add(0, 'SECTION', 2, name);
  }

  endSection(): this {
    return this.add(0, 'ENDSEC');
  }

  entity(type: string, owner: string, layer: string, subclass: string): this {
    return this.add(0, type, 5, this.nextHandle(), 330, owner, 100, 'AcDbEntity', 8, layer, 100, subclass);
  }

  table<Entry>(name: string, entries: readonly Entry[], write: (entry: Entry) => void = () => undefined): this {
    this.#table = this.nextHandle();
    this.add(0, 'TABLE', 2, name, 5, this.#table, 330, 0, 100, 'AcDbSymbolTable', 70, entries.length);
    if (name === 'DIMSTYLE') this.add(100, 'AcDbDimStyleTable', 71, 0);
    for (const entry of entries) write(entry);
    return this.add(0, 'ENDTAB');
  }

  /** An entry of the table that is being written. */
  record(type: string, subclass: string, handle: string = this.nextHandle()): this {
    return this.add(0, type, 5, handle, 330, this.#table, 100, 'AcDbSymbolTableRecord', 100, subclass);
  }

  append(part: DxfPairs): this {
    this.#join();
    this.#parts.push(...part.parts());
    return this;
  }

  /** The text in pieces: that of a large park is longer than one string may well be. */
  parts(): readonly string[] {
    this.#join();
    return this.#parts;
  }

  #join(): void {
    if (this.#lines.length > 0) this.#parts.push(`${this.#lines.join('\r\n')}\r\n`);
    this.#lines = [];
  }

  #table = '0';
}
