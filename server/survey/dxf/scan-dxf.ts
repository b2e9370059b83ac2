import { Refused } from '../refusal.ts';

export interface DxfScan {
  /** $ACADVER, $DWGCODEPAGE and $INSUNITS as written. */
  readonly header: Readonly<Record<string, string>>;
  /** False when the file ends before its end mark. */
  readonly isComplete: boolean;
  /** Where the last entity begins: the one that is cut, in a file that is not complete. */
  readonly lastEntityAt: number;
  /** Entities drawn with curves, which become corners. */
  readonly curves: number;
  /** Entities once every block is put where it is used. */
  readonly expandedEntities: number;
}

interface Content {
  entities: number;
  readonly inserts: Map<string, number>;
}

const headerVariables = ['$ACADVER', '$DWGCODEPAGE', '$INSUNITS'];
const curved = ['ARC', 'CIRCLE', 'ELLIPSE', 'SPLINE'];
const modelSpace = '';

/**
 * One pass over the pairs of a DXF (group code, value), to know before anything is drawn what its blocks come to. A
 * block that holds itself, or more entities than the limit once all are drawn, is refused. Throws Refused.
 */
export function scanDxf(text: string, most: number): DxfScan {
  const header: Record<string, string> = {};
  const blocks = new Map<string, Content>([[modelSpace, { entities: 0, inserts: new Map() }]]);
  let [section, variable, entity, block, isComplete, curves] = ['', '', '', modelSpace, false, 0];
  let lastEntityAt = 0;
  let insert: { name: string; copies: number } | null = null;
  const content = () => {
    const found = blocks.get(block) ?? { entities: 0, inserts: new Map<string, number>() };
    blocks.set(block, found);
    return found;
  };
  const endInsert = () => {
    if (insert) content().inserts.set(insert.name, (content().inserts.get(insert.name) ?? 0) + insert.copies);
    insert = null;
  };
  eachPair(text, (code, value, at) => {
    if (code === 0) {
      endInsert();
      entity = value;
      if (value === 'EOF') isComplete = true;
      if (value === 'ENDBLK' || value === 'ENDSEC') block = modelSpace;
      const isDrawn = section === 'ENTITIES' || (section === 'BLOCKS' && value !== 'BLOCK' && value !== 'ENDBLK');
      if (isDrawn && value !== 'VERTEX' && value !== 'SEQEND' && value !== 'ENDSEC') {
        content().entities += 1;
        lastEntityAt = at;
      }
      if (isDrawn && curved.includes(value)) curves += 1;
      if (isDrawn && value === 'INSERT') insert = { name: '', copies: 1 };
    } else if (code === 2 && entity === 'SECTION') section = value;
    else if (code === 2 && entity === 'BLOCK') block = value.toLowerCase();
    else if (code === 2 && insert) insert.name = value.toLowerCase();
    else if ((code === 70 || code === 71) && insert) insert.copies *= Math.min(Math.max(1, Number(value) || 1), 65_535);
    else if (code === 42 && (entity === 'LWPOLYLINE' || entity === 'VERTEX') && Number(value) !== 0) curves += 1;
    else if (code === 9) variable = value;
    else if (section === 'HEADER' && headerVariables.includes(variable)) header[variable] ??= value.slice(0, 100);
  });
  const expandedEntities = expand(blocks, most);
  return { header, isComplete, lastEntityAt, curves, expandedEntities };
}

function expand(blocks: ReadonlyMap<string, Content>, most: number): number {
  const known = new Map<string, number>();
  const open = new Set<string>();
  const sizeOf = (name: string, depth: number): number => {
    const content = blocks.get(name);
    const size = known.get(name);
    if (!content || size !== undefined) return size ?? 0;
    if (open.has(name) || depth > deepest) throw new Refused('dxf.too-deep', { block: name.slice(0, 100) });
    open.add(name);
    let sum = content.entities;
    for (const [block, copies] of content.inserts) sum += copies * sizeOf(block, depth + 1);
    open.delete(name);
    known.set(name, sum);
    return sum;
  };
  const sum = sizeOf(modelSpace, 0);
  if (sum > most) throw new Refused('survey.too-many-features', { features: sum, most });
  return sum;
}

const deepest = 32;

function eachPair(text: string, take: (code: number, value: string, at: number) => void): void {
  let at = 0;
  const nextLine = (): string | null => {
    if (at >= text.length) return null;
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(at, end).trim();
    at = end + 1;
    return line;
  };
  for (let line = 1; ; line += 2) {
    const start = at;
    const code = nextLine();
    const value = nextLine();
    if (code === null || value === null) return;
    if (!/^-?\d{1,4}$/.test(code)) {
      if (code === '' && value === '') continue;
      throw new Refused('survey.damaged', { text: code.slice(0, 40) }, { line });
    }
    take(Number(code), value, start);
  }
}
