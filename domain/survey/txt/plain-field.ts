/** Text as one line: line breaks become blanks. */
export function plainLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ').trim();
}

/** Text that stands in one column: the format has no quotes, so a comma, and an '@' alone, become full-width. */
export function plainField(text: string): string {
  const line = plainLine(text).replaceAll(',', '，');
  return line === '@' ? '＠' : line;
}
