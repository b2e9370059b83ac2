import { columnsOf, type WriteOptions, type WrittenFile, type WrittenLand } from '../written-land.ts';
import { encodeColumns, encoderOf, type EncodedColumn } from './encode-columns.ts';
import { prjOf } from './write-prj.ts';
import { writeZip } from '../zip/write-zip.ts';
import { writeShp } from './write-shp.ts';

const gbkLanguage = 0x4d;

/** A zip of .shp, .shx, .dbf, .prj and .cpg. Its own writer: GDAL cuts names and texts at bytes, within a character. */
export function writeShapefile(land: WrittenLand, { encoding, on }: WriteOptions): WrittenFile {
  const { columns, notes } = encodeColumns(land.features.map(columnsOf), encoderOf(encoding));
  const prj = prjOf(land.epsg);
  const name = land.name.replaceAll(/[\\/:*?"<>|]/g, '_') || 'land';
  const text = (value: string) => new TextEncoder().encode(value);
  const { shp, shx } = writeShp(land.features);
  const parts = {
    [`${name}.shp`]: shp,
    [`${name}.shx`]: shx,
    [`${name}.dbf`]: writeDbf(columns, land.features.length, encoding === 'gbk' ? gbkLanguage : 0, on),
    [`${name}.prj`]: text(prj),
    [`${name}.cpg`]: text(encoding === 'gbk' ? 'GBK' : 'UTF-8'),
  };
  return { bytes: writeZip(parts, on), extension: 'zip', notes };
}

function writeDbf(
  columns: readonly EncodedColumn[],
  records: number,
  language: number,
  [year, month, day]: WriteOptions['on'],
): Uint8Array {
  const headerBytes = 33 + columns.length * 32;
  const recordBytes = columns.reduce((sum, { length }) => sum + length, 1);
  const bytes = new Uint8Array(headerBytes + records * recordBytes + 1).fill(0x20, headerBytes);
  const view = new DataView(bytes.buffer);
  bytes.set([3, year - 1900, month, day]);
  view.setUint32(4, records, true);
  view.setUint16(8, headerBytes, true);
  view.setUint16(10, recordBytes, true);
  bytes[29] = language;
  let offset = 1;
  columns.forEach(({ name, type, length, decimals, cells }, index) => {
    const at = 32 + index * 32;
    bytes.set(name, at);
    bytes[at + 11] = type.charCodeAt(0);
    bytes[at + 16] = length;
    bytes[at + 17] = decimals;
    cells.forEach((cell, record) => bytes.set(cell, headerBytes + record * recordBytes + offset));
    offset += length;
  });
  bytes[headerBytes - 1] = 0x0d;
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}
