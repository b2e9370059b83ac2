/** A JPEG without a picture: enough for whoever looks at the first bytes only. */
const noPicture = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);

const ascii = 2;
const long = 4;
const rational = 5;
const pointers = { exif: 0x8769, gps: 0x8825 };

interface Tag {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly bytes: Uint8Array;
}

export interface PhotoFacts {
  /** As cameras write it: `2007:11:30 14:05:00`. */
  readonly takenAt?: string;
  readonly offset?: string;
  readonly longitude?: number;
  readonly latitude?: number;
}

/** A JPEG (of `picture`, or of nothing) with the facts a camera writes: an Exif segment, byte by byte. */
export function photo(
  { takenAt, offset, longitude, latitude }: PhotoFacts,
  picture: Uint8Array = noPicture,
): Uint8Array<ArrayBuffer> {
  const exif = [
    ...(takenAt === undefined ? [] : [text(0x9003, takenAt)]),
    ...(offset === undefined ? [] : [text(0x9011, offset)]),
  ];
  const gps =
    longitude === undefined || latitude === undefined
      ? []
      : [
          text(1, latitude < 0 ? 'S' : 'N'),
          degrees(2, latitude),
          text(3, longitude < 0 ? 'W' : 'E'),
          degrees(4, longitude),
        ];
  return withSegment(picture, joined(latin('Exif\0\0'), tiff(exif, gps)));
}

/** Puts an APP1 segment behind the first two bytes of a JPEG. */
export function withSegment(picture: Uint8Array, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = Uint8Array.of(0xff, 0xe1, (content.length + 2) >> 8, (content.length + 2) & 0xff);
  return joined(picture.subarray(0, 2), head, content, picture.subarray(2));
}

/** Header, the first directory that points to the two others, and those, one behind the other. */
function tiff(exif: readonly Tag[], gps: readonly Tag[]): Uint8Array {
  const firstAt = 8;
  const exifAt = firstAt + 2 + 2 * 12 + 4;
  const second = directory(exif, exifAt);
  const third = directory(gps, exifAt + second.length);
  const first = directory([pointer(pointers.exif, exifAt), pointer(pointers.gps, exifAt + second.length)], firstAt);
  return joined(latin('II'), little(42, 2), little(firstAt, 4), first, second, third);
}

function directory(tags: readonly Tag[], at: number): Uint8Array {
  const entries: Uint8Array[] = [];
  const values: Uint8Array[] = [];
  let valueAt = at + 2 + tags.length * 12 + 4;
  for (const { tag, type, count, bytes } of tags) {
    const isInline = bytes.length <= 4;
    entries.push(
      joined(
        little(tag, 2),
        little(type, 2),
        little(count, 4),
        isInline ? joined(bytes, new Uint8Array(4 - bytes.length)) : little(valueAt, 4),
      ),
    );
    if (isInline) continue;
    values.push(bytes);
    valueAt += bytes.length;
  }
  return joined(little(tags.length, 2), ...entries, little(0, 4), ...values);
}

function text(tag: number, value: string): Tag {
  return { tag, type: ascii, count: value.length + 1, bytes: latin(`${value}\0`) };
}

function pointer(tag: number, at: number): Tag {
  return { tag, type: long, count: 1, bytes: little(at, 4) };
}

/** Whole degrees, whole minutes, and seconds to a hundred thousandth. */
function degrees(tag: number, value: number): Tag {
  const size = Math.abs(value);
  const minutes = (size - Math.floor(size)) * 60;
  const parts = [Math.floor(size), 1, Math.floor(minutes), 1, Math.round((minutes % 1) * 60 * 1e5), 1e5];
  return { tag, type: rational, count: 3, bytes: joined(...parts.map((part) => little(part, 4))) };
}

function little(value: number, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => Math.floor(value / 2 ** (8 * at)) & 0xff);
}

function latin(value: string): Uint8Array {
  return Uint8Array.from(value, (letter) => letter.charCodeAt(0));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
