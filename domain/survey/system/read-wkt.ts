/** A node of well-known text: its keyword in capitals, and its values in their order. */
export interface WktNode {
  readonly keyword: string;
  readonly values: readonly (string | number | WktNode)[];
}

const longestText = 65_536;
const deepest = 24;
const mostNodes = 4096;
const token =
  /\s*(?:"((?:[^"]|"")*)"|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|([A-Za-z_][\w]*)|([[(])|([\])])|(,))/y;

/**
 * The first node of a WKT text (OGC WKT 1, ESRI, WKT 2), or null when the text is none, is cut off, or is longer or
 * deeper than any real one: it comes from a stranger's file and must not be able to exhaust the stack.
 */
export function readWkt(text: string): WktNode | null {
  if (text.length > longestText) return null;
  const stack: { keyword: string; values: (string | number | WktNode)[] }[] = [];
  let word: string | null = null;
  let nodes = 0;
  token.lastIndex = 0;
  for (;;) {
    const found = token.exec(text);
    if (!found) return null;
    const [, quoted, number, bare, open, close] = found;
    const top = stack.at(-1);
    if (open !== undefined) {
      nodes += 1;
      if (word === null || stack.length >= deepest || nodes > mostNodes) return null;
      stack.push({ keyword: word.toUpperCase(), values: [] });
      word = null;
      continue;
    }
    if (word !== null) top?.values.push(word);
    word = null;
    if (bare !== undefined) word = bare;
    else if (quoted !== undefined) top?.values.push(quoted.replaceAll('""', '"'));
    else if (number !== undefined) top?.values.push(Number(number));
    else if (close !== undefined) {
      const done = stack.pop();
      if (!done) return null;
      const parent = stack.at(-1);
      if (!parent) return done;
      parent.values.push(done);
    }
  }
}

export function isNode(value: string | number | WktNode): value is WktNode {
  return typeof value === 'object';
}

/** The nodes directly below, of these keywords. */
export function childrenOf(node: WktNode, ...keywords: readonly string[]): WktNode[] {
  return node.values.filter(isNode).filter((child) => keywords.includes(child.keyword));
}

/** The nearest node of one of these keywords, itself included; depth first. */
export function findNode(node: WktNode, ...keywords: readonly string[]): WktNode | null {
  if (keywords.includes(node.keyword)) return node;
  for (const child of node.values.filter(isNode)) {
    const found = findNode(child, ...keywords);
    if (found) return found;
  }
  return null;
}
