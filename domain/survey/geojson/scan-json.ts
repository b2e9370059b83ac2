/** Where a text stops being JSON, counted from 1. */
export interface JsonFault {
  readonly code: 'geojson.truncated' | 'geojson.not-json' | 'geojson.too-deep';
  readonly line: number;
  readonly column: number;
  /** What stands there. */
  readonly found: string | null;
}

export interface JsonScan {
  readonly fault: JsonFault | null;
  /** Keys that an object has twice; JSON.parse takes the last without a word. */
  readonly duplicateKeys: number;
  readonly firstDuplicate: { readonly key: string; readonly line: number } | null;
}

const mostDepth = 100;
const cutOff = -2;
const numberForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const words = ['true', 'false', 'null'];

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/**
 * Reads through a JSON text without building anything and without recursion: where it breaks off or goes wrong (by line
 * and column, which JSON.parse tells differently in every engine), whether it is nested deeper than a hundred levels
 * (GeoJSON needs ten), and which keys stand twice.
 */
export function scanJson(text: string): JsonScan {
  const keys: (Set<string> | null)[] = [];
  let expected: Expected = 'value';
  let at = 0;
  let duplicateKeys = 0;
  let firstDuplicate: JsonScan['firstDuplicate'] = null;
  const fault = (code: JsonFault['code']) => {
    const found = text.slice(at, at + 20) || null;
    return { fault: { code, ...placeIn(text, at), found }, duplicateKeys, firstDuplicate };
  };
  for (;;) {
    at = blanksFrom(text, at);
    if (at >= text.length)
      return expected === 'nothing' ? { fault: null, duplicateKeys, firstDuplicate } : fault('geojson.truncated');
    const char = text[at]!;
    const inside = keys.at(-1);
    const behindValue: Expected = keys.length === 0 ? 'nothing' : 'comma-or-end';
    if (expected === 'comma-or-end' && char === ',') {
      expected = inside ? 'key' : 'value';
      at += 1;
    } else if (char === (inside ? '}' : ']') && keys.length > 0 && isEndExpected(expected)) {
      keys.pop();
      expected = keys.length === 0 ? 'nothing' : 'comma-or-end';
      at += 1;
    } else if (expected === 'colon' && char === ':') {
      expected = 'value';
      at += 1;
    } else if (expected === 'key' || expected === 'key-or-end') {
      const end: number = char === '"' ? stringEnd(text, at) : -1;
      if (end < 0) return fault(char === '"' && isCutOff(text, at) ? 'geojson.truncated' : 'geojson.not-json');
      const key = text.slice(at + 1, end - 1);
      if (inside!.has(key)) {
        duplicateKeys += 1;
        firstDuplicate ??= { key: key.slice(0, 100), line: placeIn(text, at).line };
      }
      inside!.add(key);
      expected = 'colon';
      at = end;
    } else if (expected === 'value' || expected === 'value-or-end') {
      if (char === '{' || char === '[') {
        if (keys.length >= mostDepth) return fault('geojson.too-deep');
        keys.push(char === '{' ? new Set() : null);
        expected = char === '{' ? 'key-or-end' : 'value-or-end';
        at += 1;
        continue;
      }
      const end = scalarEnd(text, at);
      if (end < 0) return fault(isCutOff(text, at) ? 'geojson.truncated' : 'geojson.not-json');
      at = end;
      expected = behindValue;
    } else return fault('geojson.not-json');
  }
}

function isEndExpected(expected: Expected): boolean {
  return expected === 'comma-or-end' || expected === 'value-or-end' || expected === 'key-or-end';
}

function blanksFrom(text: string, at: number): number {
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) break;
  }
  return at;
}

/** The place behind a string, number or word that begins here; negative when there is none, or no end of it. */
function scalarEnd(text: string, at: number): number {
  if (text[at] === '"') return stringEnd(text, at);
  const word = words.find((one) => text.startsWith(one, at));
  if (word) return at + word.length;
  numberForm.lastIndex = at;
  return numberForm.test(text) ? numberForm.lastIndex : -1;
}

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) return -1;
    if (code !== 92) continue;
    const escaped = text[at + 1] ?? '';
    if (escaped === '') return cutOff;
    if (escaped === 'u') {
      if (text.length < at + 6) return cutOff;
      if (!/^[\da-f]{4}$/i.test(text.slice(at + 2, at + 6))) return -1;
      at += 5;
    } else if ('"\\/bfnrt'.includes(escaped)) at += 1;
    else return -1;
  }
  return cutOff;
}

/** Whether the text ends within what begins here. */
function isCutOff(text: string, at: number): boolean {
  if (text[at] === '"') return stringEnd(text, at) === cutOff;
  const rest = text.slice(at, at + 6);
  return rest === '-' || words.some((word) => word.startsWith(rest));
}

function placeIn(text: string, at: number): { line: number; column: number } {
  let [line, start] = [1, 0];
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) {
    line += 1;
    start = end + 1;
  }
  return { line, column: at - start + 1 };
}
