import { Refused } from '../refusal.ts';

export interface XmlHandler {
  open(name: string, attributes: string, line: number): void;
  close(name: string): void;
  text(text: string): void;
}

const deepest = 64;
const longestName = 200;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Walks XML once without building anything. Names come without their prefix. A document that declares a type or an
 * entity is refused (no survey format needs one), and so is one nested deeper than any. Throws Refused.
 */
export function scanXml(xml: string, handler: XmlHandler): void {
  const open: string[] = [];
  let [line, counted] = [1, 0];
  const lineAt = (at: number): number => {
    for (let next = xml.indexOf('\n', counted); next >= 0 && next < at; next = xml.indexOf('\n', next + 1)) {
      line += 1;
      counted = next + 1;
    }
    return line;
  };
  const damaged = (at: number) => new Refused('survey.damaged', { at }, { line: lineAt(at) });
  let at = 0;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start < 0) break;
    if (start > at && open.length > 0) handler.text(decodeEntities(xml.slice(at, start)));
    const skipped = skipSpecial(xml, start, handler);
    if (skipped !== null) {
      if (skipped < 0) throw damaged(start);
      at = skipped;
      continue;
    }
    const end = endOfTag(xml, start);
    if (end < 0) throw damaged(start);
    const isClosing = xml[start + 1] === '/';
    const isEmpty = xml[end - 1] === '/';
    const inside = xml.slice(start + (isClosing ? 2 : 1), isEmpty ? end - 1 : end);
    const space = inside.search(/\s/);
    const name = localName(space < 0 ? inside : inside.slice(0, space));
    if (name === '' || name.length > longestName) throw damaged(start);
    if (isClosing) {
      if (open.pop() !== name) throw damaged(start);
      handler.close(name);
    } else {
      if (open.length >= deepest) throw new Refused('xml.too-deep', { most: deepest }, { line: lineAt(start) });
      handler.open(name, space < 0 ? '' : inside.slice(space), lineAt(start));
      if (isEmpty) handler.close(name);
      else open.push(name);
    }
    at = end + 1;
  }
  if (open.length > 0) throw damaged(xml.length);
}

/** The value of an attribute, or null. */
export function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)(?:[\\w-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? decodeEntities(found[1] ?? found[2] ?? '') : null;
}

/** Where the text goes on behind a comment, CDATA or instruction; -1 when it never ends, null when it is a tag. */
function skipSpecial(xml: string, start: number, handler: XmlHandler): number | null {
  const behind = (mark: string) => {
    const end = xml.indexOf(mark, start);
    return end < 0 ? -1 : end + mark.length;
  };
  if (xml.startsWith('<!--', start)) return behind('-->');
  if (xml.startsWith('<![CDATA[', start)) {
    const end = behind(']]>');
    if (end > 0) handler.text(xml.slice(start + 9, end - 3));
    return end;
  }
  if (xml.startsWith('<!', start)) throw new Refused('xml.entities');
  return xml.startsWith('<?', start) ? behind('?>') : null;
}

/** A `>` within quotes ends nothing. */
function endOfTag(xml: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < xml.length; at += 1) {
    const character = xml[at]!;
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
    else if (character === '<') return -1;
  }
  return -1;
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).trim();
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, (all, decimal, hex, named) => {
    if (named !== undefined) return entities[String(named)] ?? String(all);
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}
