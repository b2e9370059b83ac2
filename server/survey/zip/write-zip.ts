import { deflateRawSync } from 'node:zlib';
import { crc32 } from './crc32.ts';

type Day = readonly [year: number, month: number, day: number];

const utf8Names = 0x800;
const deflated = 8;

/** A zip of files by name, names in UTF-8 with their flag, all of one day; deflated by zlib, five times faster than script. */
export function writeZip(files: Readonly<Record<string, Uint8Array>>, on: Day): Uint8Array {
  const locals: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const [path, bytes] of Object.entries(files)) {
    const name = Buffer.from(path, 'utf8');
    const packed = deflateRawSync(bytes);
    const common = commonPart(name, bytes, packed, on);
    const local = [signed('PK\x03\x04'), common, name, packed];
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(signed('PK\x01\x02\x14\x00'), common, place, name);
    locals.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...locals, directory, signed('PK\x05\x06'), end]));
}

/** What the local header and the directory have in common (APPNOTE 6.3, 4.3.7 and 4.3.12). */
function commonPart(name: Buffer, bytes: Uint8Array, packed: Uint8Array, [year, month, day]: Day): Buffer {
  const part = Buffer.alloc(26);
  part.writeUInt16LE(20, 0);
  part.writeUInt16LE(utf8Names, 2);
  part.writeUInt16LE(deflated, 4);
  part.writeUInt16LE(((year - 1980) << 9) | (month << 5) | day, 8);
  part.writeUInt32LE(crc32(bytes), 10);
  part.writeUInt32LE(packed.length, 14);
  part.writeUInt32LE(bytes.length, 18);
  part.writeUInt16LE(name.length, 22);
  return part;
}

function signed(mark: string): Buffer {
  return Buffer.from(mark, 'latin1');
}
