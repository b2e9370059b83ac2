import { inflateRawSync } from 'node:zlib';
import { crc32 } from './crc32.ts';
import type { SurveyLimits } from '../limits.ts';
import { Refused } from '../refusal.ts';
import { readDirectory, type ZipEntry } from './read-directory.ts';

/** A zip whose directory has been checked; entries are inflated one by one, each no further than it declared. */
export class OpenZip {
  readonly entries: readonly ZipEntry[];
  readonly #bytes: Uint8Array;

  /** Throws Refused before anything is inflated. */
  constructor(bytes: Uint8Array, limits: SurveyLimits) {
    this.#bytes = bytes;
    this.entries = readDirectory(bytes, limits);
  }

  /** The names have no folder in common use, so the last part is compared too; without regard to case. */
  find(name: string): ZipEntry | null {
    const wanted = name.toLowerCase();
    return this.entries.find((entry) => entry.name.toLowerCase() === wanted) ?? null;
  }

  /** Throws Refused when the bytes are not what the directory says they are. */
  read(entry: ZipEntry): Uint8Array {
    const packed = this.#packed(entry);
    const bytes = entry.method === 'stored' ? packed : inflate(packed, entry);
    if (bytes.length !== entry.declaredBytes) throw new Refused('zip.size-differs', { name: entry.name });
    if (crc32(bytes) !== entry.crc32) throw new Refused('zip.damaged', { name: entry.name });
    return bytes;
  }

  #packed({ name, offset, packedBytes }: ZipEntry): Uint8Array {
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== 0x04034b50) {
      throw new Refused('zip.damaged', { name });
    }
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packedBytes > view.byteLength) throw new Refused('zip.damaged', { name });
    return this.#bytes.subarray(start, start + packedBytes);
  }
}

/** zlib stops at the declared size: what it holds beyond that is never made. */
function inflate(packed: Uint8Array, { name, declaredBytes }: ZipEntry): Uint8Array {
  if (packed.length === 0) return new Uint8Array();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(declaredBytes, 1) });
  } catch (error) {
    const isLonger = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Refused(isLonger ? 'zip.size-differs' : 'zip.damaged', { name });
  }
}
