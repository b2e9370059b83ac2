type Pair = string | number;

/** A drawing of these blocks and entities, as the pairs of group code and value. */
export function makeDxf(entities: readonly Pair[], blocks: readonly Pair[] = [], header: readonly Pair[] = []): string {
  const section = (name: string, pairs: readonly Pair[]) => [0, 'SECTION', 2, name, ...pairs, 0, 'ENDSEC'];
  const parts = [
    section('HEADER', [9, '$ACADVER', 1, 'AC1009', ...header]),
    section('BLOCKS', blocks),
    section('ENTITIES', entities),
    [0, 'EOF'],
  ];
  return parts
    .flat()
    .map((part) => `${part}\r\n`)
    .join('');
}

export function block(name: string, entities: readonly Pair[]): Pair[] {
  return [0, 'BLOCK', 8, '0', 2, name, 70, 0, 10, 0, 20, 0, 30, 0, ...entities, 0, 'ENDBLK', 8, '0'];
}

export function insert(name: string, x = 0, y = 0): Pair[] {
  return [0, 'INSERT', 8, '块', 2, name, 10, x, 20, y, 30, 0];
}

/** A closed LWPOLYLINE; the bulge of a corner bends the edge behind it. */
export function closedLine(
  layer: string,
  corners: readonly (readonly [x: number, y: number, bulge?: number])[],
): Pair[] {
  const points = corners.flatMap(([x, y, bulge]) => [10, x, 20, y, ...(bulge === undefined ? [] : [42, bulge])]);
  return [0, 'LWPOLYLINE', 8, layer, 100, 'AcDbPolyline', 90, corners.length, 70, 1, ...points];
}

export function text(layer: string, words: string, x: number, y: number): Pair[] {
  return [0, 'TEXT', 8, layer, 10, x, 20, y, 30, 0, 40, 2, 1, words];
}
