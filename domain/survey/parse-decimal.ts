const [plus, minus, point, zero, nine, upperE, lowerE] = [43, 45, 46, 48, 57, 69, 101];

/** A plain decimal number, or null: unlike Number() it takes no blank, hexadecimal, `Infinity` or overflow. */
export function parseDecimal(text: string): number | null {
  if (text.length === 0 || text.length > 40) return null;
  let hasDigit = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= zero && code <= nine) hasDigit = true;
    else if (code !== point && code !== minus && code !== plus && code !== upperE && code !== lowerE) return null;
  }
  const value = hasDigit ? Number(text) : NaN;
  return Number.isFinite(value) ? value : null;
}

/** The number that a text begins with, without exponent, and how many characters it takes. */
export function numberBefore(text: string): { readonly value: number | null; readonly length: number } {
  let length = 0;
  while (length < text.length && length < 40 && isNumeric(text.charCodeAt(length))) length += 1;
  return { value: parseDecimal(text.slice(0, length)), length };
}

function isNumeric(code: number): boolean {
  return (code >= zero && code <= nine) || code === point || code === minus || code === plus;
}

/** Digits only, at most six: a ring or running number and no coordinate. */
export function isSmallInteger(text: string): boolean {
  if (text.length === 0 || text.length > 6) return false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < zero || code > nine) return false;
  }
  return true;
}
