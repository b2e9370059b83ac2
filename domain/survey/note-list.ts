import type { FilePlace, ReadingNote } from './survey-file.ts';

const mostOfOneCode = 1000;

/** The notes of one reading. Of each code the first thousand are kept, and how many more there were. */
export class NoteList {
  readonly #notes: ReadingNote[] = [];
  readonly #counts = new Map<string, number>();
  readonly #firstBeyond = new Map<string, FilePlace>();

  add(code: string, severity: ReadingNote['severity'], at: FilePlace, detail: ReadingNote['detail'] = {}): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= mostOfOneCode) this.#notes.push({ code, severity, at, detail });
    else if (count === mostOfOneCode + 1) this.#firstBeyond.set(code, at);
  }

  /** In the order they were added; `text.more-notes` says of what there was more, and from where on. */
  all(): ReadingNote[] {
    const more = [...this.#firstBeyond].map(([code, at]): ReadingNote => {
      const detail = { of: code, count: this.#counts.get(code)! - mostOfOneCode };
      return { code: 'text.more-notes', severity: 'mended', at, detail };
    });
    return [...this.#notes, ...more];
  }
}
