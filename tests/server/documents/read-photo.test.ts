import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { readPhoto } from '../../../server/documents/read-photo.ts';
import { photo, withSegment } from '../../support/photo.ts';
import { temporaryFolder } from '../../support/server-process.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const unknown = { takenAt: null, longitude: null, latitude: null };
const read = (
  bytes: Uint8Array,
  type: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf' = 'image/jpeg',
) => {
  const path = join(folder.path, 'photo');
  writeFileSync(path, bytes);
  return readPhoto({ path, type, bytes: bytes.length });
};

describe('what the camera wrote down', () => {
  test('is time, offset and position', async () => {
    const facts = { takenAt: '2007:11:30 14:05:09', offset: '+08:00', longitude: 117.337512, latitude: 27.541234 };
    const found = await read(photo(facts));
    expect(found.takenAt).toBe('2007-11-30T14:05:09+08:00');
    expect(found.longitude).toBeCloseTo(facts.longitude, 7);
    expect(found.latitude).toBeCloseTo(facts.latitude, 7);
  });

  test('may be the time alone, without its offset', async () => {
    expect(await read(photo({ takenAt: '2026:02:28 23:59:59' }))).toEqual({
      ...unknown,
      takenAt: '2026-02-28T23:59:59',
    });
  });

  test.each([
    ['south and west', -33.85, -70.6],
    ['the far east', 12.5, 179.999],
  ])('%s', async (_name, latitude, longitude) => {
    const found = await read(photo({ latitude, longitude }));
    expect(found.latitude).toBeCloseTo(latitude, 7);
    expect(found.longitude).toBeCloseTo(longitude, 7);
  });

  test.each([
    ['zeros for no fix', photo({ longitude: 0, latitude: 0 })],
    ['a day that is none', photo({ takenAt: '2007:13:45 14:05:00' })],
    ['an hour that is none', photo({ takenAt: '2007:11:30 25:00:00' })],
    ['spaces for no time', photo({ takenAt: '    :  :     :  :  ' })],
    ['no Exif at all', photo({})],
    ['an Exif segment cut in two', photo({ takenAt: '2007:11:30 14:05:09' }).subarray(0, 60)],
    ['an Exif segment of nonsense', withSegment(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), new Uint8Array(400).fill(0x45))],
  ])('is not known: %s', async (_name, bytes) => {
    expect(await read(bytes)).toEqual(unknown);
  });

  test('is not looked for in papers', async () => {
    expect(await read(new TextEncoder().encode('%PDF-1.7'), 'application/pdf')).toEqual(unknown);
  });

  test('never stops an upload, however broken', async () => {
    const whole = photo({ takenAt: '2007:11:30 14:05:09', longitude: 117.3, latitude: 27.5 });
    const place = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    const kinds = fc.constantFrom('image/jpeg' as const, 'image/png' as const, 'image/webp' as const);
    await fc.assert(
      fc.asyncProperty(
        fc.array(place, { maxLength: 12 }),
        fc.nat(whole.length),
        kinds,
        async (spoilt, length, kind) => {
          const bytes = whole.slice(0, length);
          for (const [at, value] of spoilt) if (at < length) bytes[at] = value;
          const found = await read(bytes, kind);
          if (found.longitude !== null) expect(Math.abs(found.longitude)).toBeLessThanOrEqual(180);
          if (found.latitude !== null) expect(Math.abs(found.latitude)).toBeLessThanOrEqual(90);
          expect(found.takenAt ?? '2007-11-30T00:00:00').toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d)?$/);
        },
      ),
      { numRuns: 500 },
    );
  });
});
