const others: Readonly<Record<string, string>> = {
  '【': '[',
  '】': ']',
  '〔': '[',
  '〕': ']',
  '、': ',',
  '。': '.',
  '\u3000': ' ',
  '\u00A0': ' ',
};

/** Full-width marks, letters and digits (U+FF01–FF5E) and Chinese brackets, commas and stops as ASCII. */
export function toHalfWidth(text: string): string {
  if (!hasFullWidth(text)) return text;
  let mended = '';
  for (const character of text) {
    const code = character.charCodeAt(0);
    mended += code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : (others[character] ?? character);
  }
  return mended;
}

function hasFullWidth(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0xff01 ? code <= 0xff5e : code >= 0xa0 && Object.hasOwn(others, text[index]!)) return true;
  }
  return false;
}
