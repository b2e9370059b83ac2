/** A table of FlatBuffers: its fields by their number in the schema. A place outside of the bytes throws RangeError. */
export class FlatTable {
  readonly #view: DataView;
  readonly #at: number;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  /** The table a buffer begins with. */
  static root(view: DataView): FlatTable {
    return new FlatTable(view, view.getUint32(0, true));
  }

  byte(field: number, absent: number): number {
    const at = this.#place(field);
    return at === null ? absent : this.#view.getUint8(at);
  }

  short(field: number, absent: number): number {
    const at = this.#place(field);
    return at === null ? absent : this.#view.getUint16(at, true);
  }

  integer(field: number): number {
    const at = this.#place(field);
    return at === null ? 0 : this.#view.getInt32(at, true);
  }

  long(field: number): number {
    const at = this.#place(field);
    return at === null ? 0 : Number(this.#view.getBigUint64(at, true));
  }

  table(field: number): FlatTable | null {
    const at = this.#place(field);
    return at === null ? null : new FlatTable(this.#view, at + this.#view.getUint32(at, true));
  }

  tables(field: number): FlatTable[] {
    const { at, length } = this.#vector(field, 4);
    return Array.from({ length }, (_, index) => {
      const place = at + index * 4;
      return new FlatTable(this.#view, place + this.#view.getUint32(place, true));
    });
  }

  text(field: number): string | null {
    const bytes = this.bytes(field);
    return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  }

  bytes(field: number): DataView | null {
    if (this.#place(field) === null) return null;
    const { at, length } = this.#vector(field, 1);
    return new DataView(this.#view.buffer, this.#view.byteOffset + at, length);
  }

  integers(field: number): number[] {
    const { at, length } = this.#vector(field, 4);
    return Array.from({ length }, (_, index) => this.#view.getUint32(at + index * 4, true));
  }

  doubles(field: number): number[] {
    const { at, length } = this.#vector(field, 8);
    return Array.from({ length }, (_, index) => this.#view.getFloat64(at + index * 8, true));
  }

  #place(field: number): number | null {
    const fields = this.#at - this.#view.getInt32(this.#at, true);
    const slot = 4 + field * 2;
    if (slot >= this.#view.getUint16(fields, true)) return null;
    const offset = this.#view.getUint16(fields + slot, true);
    return offset === 0 ? null : this.#at + offset;
  }

  /** Lengths are held against the bytes before anything is made of them. */
  #vector(field: number, itemBytes: number): { at: number; length: number } {
    const place = this.#place(field);
    if (place === null) return { at: 0, length: 0 };
    const at = place + this.#view.getUint32(place, true);
    const length = this.#view.getUint32(at, true);
    if (at + 4 + length * itemBytes > this.#view.byteLength) throw new RangeError('a vector is longer than its buffer');
    return { at: at + 4, length };
  }
}
