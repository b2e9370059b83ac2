import { decodeText } from '../../../domain/survey/decode-text.ts';
import type { SurveyLimits } from '../limits.ts';
import { Refused } from '../refusal.ts';

/** An entry as the central directory of a zip declares it; nothing of it has been inflated. */
export interface ZipEntry {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly packedBytes: number;
  readonly declaredBytes: number;
  /** Where its local header begins. */
  readonly offset: number;
  readonly crc32: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const longestComment = 65_535;
const isNested = /\.(zip|kmz|rar|7z|gz|tgz|tar)$/i;
/** Left by macOS and Windows beside the files; never data. */
const isLitter = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The entries of a zip that hold data, after everything that can be told from the directory alone has been refused:
 * counts, declared sizes, ratios, names that climb out, are twice there or are archives, encryption. Throws Refused.
 */
export function readDirectory(bytes: Uint8Array, limits: SurveyLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, offset } = findEnd(view);
  if (count > limits.entries) throw new Refused('zip.too-many-entries', { entries: count, most: limits.entries });
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let total = 0;
  let at = offset;
  for (let index = 0; index < count; index += 1) {
    const read = readEntry(view, bytes, at);
    at = read.next;
    const { entry } = read;
    checkName(entry.name);
    if (entry.name.endsWith('/') || isLitter.test(entry.name)) continue;
    if (read.isEncrypted) throw new Refused('zip.encrypted', { name: entry.name });
    if (isNested.test(entry.name)) throw new Refused('zip.nested', { name: entry.name });
    const key = entry.name.toLowerCase();
    if (names.has(key)) throw new Refused('zip.duplicate-name', { name: entry.name });
    names.add(key);
    total += entry.declaredBytes;
    checkSize(entry, total, limits);
    entries.push(entry);
  }
  checkPlaces(entries, offset);
  return entries;
}

/** The end record is behind everything but a comment; 64-bit sizes are beyond every limit here. */
function findEnd(view: DataView): { count: number; offset: number } {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (offset >= at && count > 0) throw new Refused('zip.damaged');
    return { count, offset };
  }
  throw new Refused('zip.damaged');
}

function readEntry(view: DataView, bytes: Uint8Array, at: number) {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) throw new Refused('zip.damaged');
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw new Refused('zip.damaged');
  const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0);
  if (method !== 0 && method !== 8) throw new Refused('zip.method-unknown', { name, method });
  const entry: ZipEntry = {
    name,
    method: method === 0 ? 'stored' : 'deflated',
    crc32: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    declaredBytes: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  return { entry, isEncrypted: (flags & 0x2041) !== 0, next };
}

/** Chinese Windows writes names in GBK and does not set the flag of UTF-8. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  return decodeText(bytes, isUtf8 ? 'utf-8' : null).text.replaceAll('\\', '/');
}

function checkName(name: string): void {
  const climbs = name.split('/').includes('..');
  const isAbsolute = name.startsWith('/') || /^[A-Za-z]:/.test(name);
  const isHidden = name === '' || /\p{Cc}/u.test(name);
  if (climbs || isAbsolute || isHidden) throw new Refused('zip.unsafe-name', { name: name.slice(0, 100) });
}

function checkSize({ name, packedBytes, declaredBytes, method }: ZipEntry, total: number, limits: SurveyLimits): void {
  if (declaredBytes > limits.entryBytes) {
    throw new Refused('zip.too-large', { name, bytes: declaredBytes, most: limits.entryBytes });
  }
  if (total > limits.inflatedBytes)
    throw new Refused('zip.too-large', { name, bytes: total, most: limits.inflatedBytes });
  if (method === 'stored' && packedBytes !== declaredBytes) throw new Refused('zip.size-differs', { name });
  const ratio = declaredBytes / Math.max(packedBytes, 1);
  if (declaredBytes > smallBytes && ratio > limits.ratio) {
    throw new Refused('zip.ratio', { name, ratio: Math.round(ratio), most: limits.ratio });
  }
}

/** A small entry may be packed as well as it likes. */
const smallBytes = 1024 * 1024;

/** Entries that share their bytes are how a small file becomes a very large one (Fifield 2019). */
function checkPlaces(entries: readonly ZipEntry[], directory: number): void {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  sorted.forEach(({ name, offset, packedBytes }, index) => {
    const end = sorted[index + 1]?.offset ?? directory;
    if (offset + 30 + packedBytes > end) throw new Refused('zip.overlapping', { name });
  });
}
