import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../server/survey/zip/crc32.ts';

export interface MadeEntry {
  readonly name: string | Uint8Array;
  readonly bytes: Uint8Array;
  readonly isStored?: boolean;
  readonly isUtf8?: boolean;
  readonly flags?: number;
  readonly method?: number;
  /** What the directory says instead of the truth. */
  readonly declaredBytes?: number;
  readonly packedBytes?: number;
  readonly crc?: number;
  /** Points at the local header of the first entry instead of its own. */
  readonly isSame?: boolean;
}

/** A zip written by hand, so that it can lie. */
export function makeZip(entries: readonly MadeEntry[], count = entries.length): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = typeof entry.name === 'string' ? Buffer.from(entry.name, 'utf8') : Buffer.from(entry.name);
    const packed = entry.isStored ? Buffer.from(entry.bytes) : deflateRawSync(entry.bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE((entry.isUtf8 === false ? 0 : 0x800) | (entry.flags ?? 0), 2);
    head.writeUInt16LE(entry.method ?? (entry.isStored ? 0 : 8), 4);
    head.writeUInt32LE(entry.crc ?? crc32(entry.bytes), 10);
    head.writeUInt32LE(entry.packedBytes ?? packed.length, 14);
    head.writeUInt32LE(entry.declaredBytes ?? entry.bytes.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(entry.isSame ? 0 : offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), head, tail, name]));
    if (entry.isSame) continue;
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}
