import { open } from 'node:fs/promises';
import ExifReader from 'exifreader';
import { isDay } from '../../domain/day.ts';
import type { Received } from './receive-document.ts';

export interface PhotoFacts {
  readonly takenAt: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

const nothing: PhotoFacts = { takenAt: null, longitude: null, latitude: null };
/** In a JPEG the camera's facts stand at the beginning; other kinds may keep them at the end. */
const jpegHeadBytes = 512 * 1024;
const wanted = {
  exif: ['DateTimeOriginal', 'OffsetTimeOriginal', 'DateTime', 'OffsetTime'],
  gps: ['Latitude', 'Longitude'],
};

/** When and where a photo was taken, as far as the camera wrote it down; what cannot be read is not known. */
export async function readPhoto({ path, type, bytes }: Pick<Received, 'path' | 'type' | 'bytes'>): Promise<PhotoFacts> {
  if (type === 'application/pdf') return nothing;
  const length = type === 'image/jpeg' ? Math.min(bytes, jpegHeadBytes) : bytes;
  const buffer = Buffer.alloc(length);
  const handle = await open(path, 'r');
  try {
    await handle.read(buffer, 0, length, 0);
  } finally {
    await handle.close();
  }
  return photoFacts(buffer);
}

function photoFacts(buffer: Buffer): PhotoFacts {
  try {
    const { exif = {}, gps = {} } = ExifReader.load(buffer, { expanded: true, includeTags: wanted });
    const taken =
      takenAt(exif['DateTimeOriginal'], exif['OffsetTimeOriginal']) ?? takenAt(exif['DateTime'], exif['OffsetTime']);
    return { takenAt: taken, ...position(gps.Longitude, gps.Latitude) };
  } catch {
    return nothing;
  }
}

function takenAt(time: unknown, offset: unknown): string | null {
  const [, year, month, date, clock = ''] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(textOf(time)) ?? [];
  const day = `${year}-${month}-${date}`;
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(clock)) return null;
  const [zone = ''] = /^[+-](0\d|1[0-4]):[0-5]\d$/.exec(textOf(offset)) ?? [];
  return `${day}T${clock}${zone}`;
}

function textOf(tag: unknown): string {
  if (typeof tag !== 'object' || tag === null || !('value' in tag)) return '';
  const { value } = tag;
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first.trim() : '';
}

/** Cameras without a fix write zeros, or nothing that is a number. */
function position(longitude: unknown, latitude: unknown): Pick<PhotoFacts, 'longitude' | 'latitude'> {
  const isPlace =
    typeof longitude === 'number' &&
    typeof latitude === 'number' &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90 &&
    (longitude !== 0 || latitude !== 0);
  return isPlace ? { longitude, latitude } : { longitude: null, latitude: null };
}
