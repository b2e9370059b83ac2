export type Delimiter = '\t' | ';' | ',' | '，' | ' ';

const delimiters: readonly Delimiter[] = ['\t', ';', ',', '，'];
const sampledLines = 50;
const mostCells = 256;

/** The mark that parts the columns of a text: the first that stands in most of its lines, else blanks. */
export function delimiterOf(text: string): Delimiter {
  const lines = text
    .slice(0, 65_536)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, sampledLines);
  const common = (mark: Delimiter) => lines.filter((line) => line.trim().includes(mark)).length * 2 > lines.length;
  return delimiters.find(common) ?? ' ';
}

/** Trimmed cells of a line; a cell may stand in double quotes, doubled inside (RFC 4180), but ends with its line. */
export function splitCells(line: string, delimiter: Delimiter): string[] {
  if (delimiter === ' ') return line.trim().split(/\s+/, mostCells);
  if (!line.includes('"')) return line.split(delimiter, mostCells).map((cell) => cell.trim());
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length && cells.length < mostCells) {
    const [cell, end] = cellFrom(line, at, delimiter);
    cells.push(cell);
    at = end + 1;
  }
  return cells;
}

function cellFrom(line: string, start: number, delimiter: string): [cell: string, end: number] {
  let at = start;
  while (line[at] === ' ') at += 1;
  let quoted = '';
  if (line[at] === '"') {
    at += 1;
    for (let close = line.indexOf('"', at); close >= 0; close = line.indexOf('"', at)) {
      quoted += line.slice(at, close);
      at = close + 1;
      if (line[at] !== '"') break;
      quoted += '"';
      at += 1;
    }
  }
  const next = line.indexOf(delimiter, at);
  const end = next < 0 ? line.length : next;
  return [(quoted + line.slice(at, end)).trim(), end];
}
