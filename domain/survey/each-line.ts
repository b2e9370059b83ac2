const [lineFeed, carriageReturn] = [10, 13];

/** Longer lines are no rows of any survey and are not looked at. */
export const longestLine = 65_536;

/**
 * Visits every line of a text in one pass, numbered from 1; lines end with CRLF, LF or CR. A line longer than
 * `longestLine` is visited as null.
 */
export function eachLine(text: string, visit: (line: string | null, number: number) => void): void {
  let start = 0;
  let number = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const code = index < text.length ? text.charCodeAt(index) : lineFeed;
    if (code !== lineFeed && code !== carriageReturn) continue;
    number += 1;
    visit(index - start > longestLine ? null : text.slice(start, index), number);
    if (code === carriageReturn && text.charCodeAt(index + 1) === lineFeed) index += 1;
    start = index + 1;
  }
}
