import { strFromU8, unzipSync } from 'fflate';

export interface BookCell {
  readonly formula: string | null;
  readonly value: string | number | null;
}
export type Book = ReadonlyMap<string, ReadonlyMap<string, BookCell>>;

/** The cells of every sheet of an .xlsx file, with formulas and the values stored beside them. */
export function readBook(bytes: Uint8Array): Book {
  const files = unzipSync(bytes);
  const read = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const texts = [...read('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) =>
    unescape(item!.replace(/<[^>]+>/g, '')),
  );
  const names = [...read('xl/workbook.xml').matchAll(/<sheet [^>]*?name="([^"]+)"/g)].map(([, name]) =>
    unescape(name!),
  );
  return new Map(
    names.map((name, at) => {
      const cells = [
        ...read(`xl/worksheets/sheet${at + 1}.xml`).matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs),
      ];
      return [name, new Map(cells.map(([, ref, attributes, inner = '']) => [ref!, cellOf(attributes!, inner, texts)]))];
    }),
  );
}

function cellOf(attributes: string, inner: string, texts: readonly string[]): BookCell {
  const formula = /<f>(.*?)<\/f>/s.exec(inner)?.[1];
  const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1];
  const read = value === undefined ? null : attributes.includes('t="s"') ? texts[Number(value)]! : Number(value);
  return { formula: formula === undefined ? null : unescape(formula), value: read };
}

function unescape(text: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_all, name: string) => signs[name]!);
}

/** Calculates a cell from formulas alone: + - * /, SUM, SUMIFS and ROUND; stored results are not looked at. */
export function calculate(book: Book, sheet: string, ref: string): string | number | null {
  const cell = book.get(sheet)?.get(ref);
  if (!cell || cell.formula === null) return cell?.value ?? null;
  return new Formula(book, sheet, cell.formula).run();
}

class Formula {
  #rest: string;
  readonly #book: Book;
  readonly #sheet: string;

  constructor(book: Book, sheet: string, text: string) {
    this.#book = book;
    this.#sheet = sheet;
    this.#rest = text;
  }

  run(): number {
    const value = this.#sum();
    if (this.#rest !== '') throw new Error(`the formula goes on: ${this.#rest}`);
    return value;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    const match = new RegExp(`^(?:${pattern.source})`).exec(this.#rest);
    if (match) this.#rest = this.#rest.slice(match[0].length);
    return match;
  }

  #sum(): number {
    let value = this.#product();
    for (let sign = this.#take(/[+-]/); sign; sign = this.#take(/[+-]/)) {
      value += (sign[0] === '+' ? 1 : -1) * this.#product();
    }
    return value;
  }

  #product(): number {
    let value = this.#factor();
    for (let sign = this.#take(/[*/]/); sign; sign = this.#take(/[*/]/)) {
      value *= sign[0] === '*' ? this.#factor() : 1 / this.#factor();
    }
    return value;
  }

  #factor(): number {
    const call = this.#take(/(SUMIFS|SUM|ROUND)\(/);
    if (call) return this.#call(call[1]!);
    if (this.#take(/\(/)) {
      const value = this.#sum();
      if (!this.#take(/\)/)) throw new Error(`a bracket is open before ${this.#rest}`);
      return value;
    }
    const number = this.#take(/\d+(\.\d+)?/);
    if (number) return Number(number[0]);
    return Number(this.#values()[0] ?? 0);
  }

  #call(name: string): number {
    const parts: (string | number | null)[][] = [];
    do parts.push(name === 'ROUND' ? [this.#sum()] : this.#argument());
    while (this.#take(/,/));
    if (!this.#take(/\)/)) throw new Error(`a call is open before ${this.#rest}`);
    if (name === 'ROUND')
      return Math.round(Number(parts[0]![0]) * 10 ** Number(parts[1]![0])) / 10 ** Number(parts[1]![0]);
    const [summed = [], ...criteria] = parts;
    return summed.reduce<number>((sum, value, at) => {
      const isIn = criteria.every((wanted, place) => place % 2 === 0 || criteria[place - 1]![at] === wanted[0]);
      return isIn && typeof value === 'number' ? sum + value : sum;
    }, 0);
  }

  #argument(): (string | number | null)[] {
    const text = this.#take(/"([^"]*)"/);
    if (text) return [text[1]!];
    const number = this.#take(/\d+(\.\d+)?/);
    return number ? [Number(number[0])] : this.#values();
  }

  #values(): (string | number | null)[] {
    const match = this.#take(/(?:'([^']+)'!)?\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?/);
    if (!match) throw new Error(`not a reference: ${this.#rest}`);
    const [, sheet = this.#sheet, column, from, lastColumn = column, to = from] = match;
    if (column !== lastColumn) throw new Error('only ranges of one column are known');
    const rows = Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => Number(from) + at);
    return rows.map((row) => calculate(this.#book, sheet, `${column}${row}`));
  }
}
