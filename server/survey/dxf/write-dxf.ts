import { encodeText } from '../../../domain/survey/encode-text.ts';
import { signedRingArea } from '../../../domain/survey/rings/signed-ring-area.ts';
import type { Position } from '../../../domain/survey/survey-file.ts';
import type { WriteOptions, WrittenFile, WrittenLand } from '../written-land.ts';
import { DxfPairs } from './dxf-pairs.ts';
import { holeLayerEnd } from './join-holes.ts';
import { labelPlace } from './label-place.ts';

const version = { gbk: 'AC1015', 'utf-8': 'AC1021' } as const;
const metres = 6;
type Rings = readonly (readonly Position[])[];

const colours = { boundary: 7, hole: 8, text: 3 };

/**
 * A drawing of closed lines and texts: R2000 in GBK (ANSI_936), or R2007 in UTF-8. Boundaries are on the feature's
 * layer, holes on a layer of their own beside it, codes and names within the land. GDAL would draw hatches instead.
 */
export function writeDxf(land: WrittenLand, { encoding }: WriteOptions): WrittenFile {
  const layers = new Map<string, number>([['0', colours.boundary]]);
  const entities = new DxfPairs();
  const owner = entities.nextHandle();
  for (const { code, name, polygons, layer } of land.features) {
    const own = layerName(layer ?? land.name);
    const [holes, texts] = [`${own}${holeLayerEnd}`, `${own}_注记`];
    layers.set(own, colours.boundary);
    const lines = [code, name].filter((line) => line !== null && line !== '') as string[];
    if (lines.length > 0) layers.set(texts, colours.text);
    for (const polygon of polygons) {
      polygon.forEach((ring, index) => {
        if (index > 0) layers.set(holes, colours.hole);
        addRing(entities, owner, index === 0 ? own : holes, ring);
      });
      addTexts(entities, owner, texts, polygon, lines);
    }
  }
  const parts = drawing(version[encoding], layers, owner, entities);
  return { bytes: Buffer.concat(parts.map((part) => bytesOf(part, encoding))), extension: 'dxf', notes: [] };
}

function addRing(pairs: DxfPairs, owner: string, layer: string, ring: readonly Position[]): void {
  pairs.entity('LWPOLYLINE', owner, layer, 'AcDbPolyline').add(90, ring.length, 70, 1, 43, 0);
  for (const [x, y] of ring) pairs.add(10, x, 20, y);
}

/** The texts of a parcel stand in each of its parts, one below the other, small enough to stay within. */
function addTexts(pairs: DxfPairs, owner: string, layer: string, rings: Rings, lines: readonly string[]): void {
  const place = labelPlace(rings);
  if (!place) return;
  const size = Math.sqrt(Math.abs(signedRingArea(rings[0] ?? [])));
  const height = Math.round(Math.min(20, Math.max(0.2, size / 30)) * 10) / 10;
  const [x, y] = place;
  lines.forEach((line, index) => {
    const at = y - index * height * 1.6;
    pairs.entity('TEXT', owner, layer, 'AcDbText').add(10, x, 20, at, 30, 0, 40, height, 1, escaped(line));
    pairs.add(7, 'Standard', 72, 1, 11, x, 21, at, 31, 0, 100, 'AcDbText', 73, 2);
  });
}

/** The least that AutoCAD, GDAL and QCAD open without repairing: every table, two blocks, one dictionary. */
function drawing(
  acadVersion: string,
  layers: ReadonlyMap<string, number>,
  owner: string,
  entities: DxfPairs,
): string[] {
  const pairs = new DxfPairs(entities);
  const paper = pairs.nextHandle();
  pairs.section('TABLES');
  pairs.table('VPORT', []);
  pairs.table('LTYPE', ['ByBlock', 'ByLayer', 'Continuous'], (name) =>
    pairs.record('LTYPE', 'AcDbLinetypeTableRecord').add(2, name, 70, 0, 3, '', 72, 65, 73, 0, 40, 0),
  );
  pairs.table('LAYER', [...layers.keys()], (name) =>
    pairs.record('LAYER', 'AcDbLayerTableRecord').add(2, name, 70, 0, 62, layers.get(name)!, 6, 'Continuous'),
  );
  pairs.table('STYLE', ['Standard'], (name) =>
    pairs
      .record('STYLE', 'AcDbTextStyleTableRecord')
      .add(2, name, 70, 0, 40, 0, 41, 1, 50, 0, 71, 0, 42, 2.5, 3, 'simsun.ttf', 4, ''),
  );
  pairs.table('VIEW', []);
  pairs.table('UCS', []);
  pairs.table('APPID', ['ACAD'], (name) => pairs.record('APPID', 'AcDbRegAppTableRecord').add(2, name, 70, 0));
  pairs.table('DIMSTYLE', []);
  const spaces = [
    ['*Model_Space', owner],
    ['*Paper_Space', paper],
  ] as const;
  pairs.table('BLOCK_RECORD', spaces, ([name, handle]) =>
    pairs.record('BLOCK_RECORD', 'AcDbBlockTableRecord', handle).add(2, name),
  );
  pairs.endSection().section('BLOCKS');
  for (const [name, handle] of spaces) {
    pairs.entity('BLOCK', handle, '0', 'AcDbBlockBegin').add(2, name, 70, 0, 10, 0, 20, 0, 30, 0, 3, name, 1, '');
    pairs.entity('ENDBLK', handle, '0', 'AcDbBlockEnd');
  }
  pairs.endSection().section('ENTITIES').append(entities).endSection().section('OBJECTS');
  const [root, groups] = [pairs.nextHandle(), pairs.nextHandle()];
  pairs.add(0, 'DICTIONARY', 5, root, 330, '0', 100, 'AcDbDictionary', 281, 1, 3, 'ACAD_GROUP', 350, groups);
  pairs.add(0, 'DICTIONARY', 5, groups, 330, root, 100, 'AcDbDictionary', 281, 1).endSection().add(0, 'EOF');
  const header = new DxfPairs().section('HEADER');
  header.add(9, '$ACADVER', 1, acadVersion, 9, '$DWGCODEPAGE', 3, 'ANSI_936', 9, '$INSUNITS', 70, metres);
  header.add(9, '$HANDSEED', 5, pairs.nextHandle()).endSection();
  return [...header.parts(), ...pairs.parts()];
}

/** Characters that GBK has no bytes for are written as the drawing's own escapes; nothing is lost. */
function bytesOf(text: string, encoding: WriteOptions['encoding']): Uint8Array {
  const wellFormed = Buffer.from(text, 'utf8').toString('utf8');
  const whole = encodeText(wellFormed, encoding);
  if ('bytes' in whole) return whole.bytes;
  const unwritable = new Set(whole.unwritable.map(({ character }) => character));
  const characters = [...wellFormed].map((character) =>
    unwritable.has(character) ? unicodeEscape(character) : character,
  );
  const encoded = encodeText(characters.join(''), encoding);
  return 'bytes' in encoded ? encoded.bytes : Buffer.from(wellFormed, 'utf8');
}

function unicodeEscape(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\U+${unit.toString(16).toUpperCase().padStart(4, '0')}`).join('');
}

function escaped(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ');
}

/** Names of layers may not hold these; ours never need them. */
function layerName(name: string): string {
  return name.replaceAll(/[<>/\\":;?*|=`,\r\n]/g, '_').slice(0, 200) || '0';
}
