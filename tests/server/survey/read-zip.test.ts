import { describe, expect, test } from 'vitest';
import { encodeText } from '../../../domain/survey/encode-text.ts';
import { surveyLimits, type SurveyLimits } from '../../../server/survey/limits.ts';
import { Refused } from '../../../server/survey/refusal.ts';
import { OpenZip } from '../../../server/survey/zip/read-zip.ts';
import { makeZip, type MadeEntry } from '../../support/zip.ts';

const data = new TextEncoder().encode('1,2,3\n'.repeat(50));
const gigabyte = 1024 ** 3;

/** The code it is refused with, at the directory or when its entries are read. */
function refusal(bytes: Uint8Array, limits: Partial<SurveyLimits> = {}): string {
  try {
    const zip = new OpenZip(bytes, { ...surveyLimits, ...limits });
    for (const entry of zip.entries) zip.read(entry);
    return 'read';
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code;
    throw error;
  }
}
const one = (entry: Partial<MadeEntry>) => makeZip([{ name: 'a.shp', bytes: data, ...entry }]);

describe('a zip', () => {
  test('is read, stored or deflated', () => {
    const zip = new OpenZip(
      makeZip([
        { name: 'a.txt', bytes: data },
        { name: 'b.txt', bytes: data, isStored: true },
      ]),
      surveyLimits,
    );
    expect(zip.entries.map((entry) => Buffer.from(zip.read(entry)).equals(data))).toEqual([true, true]);
  });

  test.each([
    ['UTF-8 with its flag', new TextEncoder().encode('金岭/地块.shp'), true],
    ['UTF-8 without', new TextEncoder().encode('金岭/地块.shp'), false],
    ['GBK, as Windows writes it', (encodeText('金岭/地块.shp', 'gbk') as { bytes: Uint8Array }).bytes, false],
    ['GBK with backslashes', (encodeText('金岭\\地块.shp', 'gbk') as { bytes: Uint8Array }).bytes, false],
  ])('has its Chinese names right: %s', (_, name, isUtf8) => {
    const zip = new OpenZip(makeZip([{ name, bytes: data, isUtf8 }]), surveyLimits);
    expect(zip.entries.map((entry) => entry.name)).toEqual(['金岭/地块.shp']);
  });

  test('leaves out folders and what macOS puts beside the files', () => {
    const names = ['land/', '__MACOSX/._a.shp', '.DS_Store', 'land/a.shp'];
    const zip = new OpenZip(makeZip(names.map((name) => ({ name, bytes: data }))), surveyLimits);
    expect(zip.entries.map(({ name }) => name)).toEqual(['land/a.shp']);
  });

  test.each([
    ['zip.too-large', 'declares two gigabytes', one({ declaredBytes: 2 * gigabyte })],
    ['zip.too-large', 'declares four gigabytes (64-bit sizes)', one({ declaredBytes: 0xffffffff })],
    ['zip.ratio', 'grows a thousand times', one({ bytes: new Uint8Array(4 * 1024 * 1024) })],
    [
      'zip.size-differs',
      'grows beyond what it declares',
      one({ bytes: new Uint8Array(4 * 1024 * 1024), declaredBytes: 1000 }),
    ],
    ['zip.size-differs', 'is shorter than it declares', one({ declaredBytes: data.length + 1 })],
    ['zip.size-differs', 'stores another size than it declares', one({ isStored: true, declaredBytes: 100_000_000 })],
    ['zip.unsafe-name', 'climbs out', one({ name: '../../etc/passwd' })],
    ['zip.unsafe-name', 'climbs out with backslashes', one({ name: '..\\..\\boot.ini' })],
    ['zip.unsafe-name', 'names an absolute path', one({ name: '/etc/passwd' })],
    ['zip.unsafe-name', 'names a drive', one({ name: 'C:\\a.shp' })],
    ['zip.unsafe-name', 'hides its name behind NUL', one({ name: 'a.shp\0.txt' })],
    [
      'zip.duplicate-name',
      'has a name twice',
      makeZip([
        { name: 'a.shp', bytes: data },
        { name: 'A.SHP', bytes: data },
      ]),
    ],
    ['zip.nested', 'holds a zip', one({ name: 'inner.zip' })],
    ['zip.encrypted', 'is encrypted', one({ flags: 1 })],
    ['zip.method-unknown', 'is packed with LZMA', one({ method: 14 })],
    ['zip.damaged', 'has a wrong checksum', one({ crc: 1 })],
    ['zip.damaged', 'is cut off', one({}).subarray(0, 60)],
    ['zip.damaged', 'says more entries than it has', makeZip([{ name: 'a.shp', bytes: data }], 7)],
    [
      'zip.overlapping',
      'uses its bytes twice',
      makeZip([
        { name: 'a', bytes: data },
        { name: 'b', bytes: data, isSame: true },
      ]),
    ],
  ])('is refused with %s when it %s', (code, _, bytes) => {
    expect(refusal(bytes)).toBe(code);
  });

  test('with too many entries is refused before any is looked at', () => {
    const entries = Array.from({ length: 1001 }, (_, index) => ({ name: `${index}.txt`, bytes: data }));
    expect(refusal(makeZip(entries))).toBe('zip.too-many-entries');
  });

  test('is refused when all entries together are too large', () => {
    const entries = ['a', 'b', 'c'].map((name) => ({ name, bytes: data }));
    expect(refusal(makeZip(entries), { inflatedBytes: 2 * data.length })).toBe('zip.too-large');
  });

  test('any byte of which is changed is read or refused, never more', () => {
    const whole = makeZip([{ name: '地块.shp', bytes: data }]);
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Uint8Array.from(whole);
      changed[at] = changed[at]! ^ 0xff;
      expect(refusal(changed)).toMatch(/^(read|zip\.)/);
    }
  });
});
