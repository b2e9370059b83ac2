/**
 * Codes for the pieces of a parcel: the next numbers of its series, written as wide as its own. `used` are all codes there
 * ever were, which are not used again.
 */
export function nextCodes(code: string, used: Iterable<string>, count: number): string[] {
  const [, series = code, digits = ''] = /^(.*?)(\d*)$/s.exec(code) ?? [];
  const stem = digits === '' ? `${code}-` : series;
  let last = 0;
  for (const other of used) {
    if (!other.startsWith(stem)) continue;
    const number = /^\d{1,9}$/.exec(other.slice(stem.length))?.[0];
    if (number !== undefined) last = Math.max(last, Number(number));
  }
  return Array.from({ length: count }, (_, at) => stem + String(last + at + 1).padStart(digits.length, '0'));
}
