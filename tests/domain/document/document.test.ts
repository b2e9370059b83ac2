import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanName } from '../../../domain/document/clean-name.ts';
import { documentTypes, kindOf } from '../../../domain/document/kinds.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('the kind of a file', () => {
  test.each([
    ['a JPEG', '\xff\xd8\xff\xe1\x00\x10Exif', 'image/jpeg'],
    ['a PNG', '\x89PNG\r\n\x1a\n\0\0\0\r', 'image/png'],
    ['a WebP', 'RIFF\x24\0\0\0WEBPVP8 ', 'image/webp'],
    ['a PDF', '%PDF-1.7\n', 'application/pdf'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg">', null],
    ['an SVG behind a declaration', '<?xml version="1.0"?><svg/>', null],
    ['HTML', '<!doctype html><script>', null],
    ['another RIFF', 'RIFF\x24\0\0\0WAVEfmt ', null],
    ['a GIF', 'GIF89a', null],
    ['HEIC', '\0\0\0\x18ftypheic', null],
    ['a PDF that does not begin as one', 'x%PDF-1.7', null],
    ['half a signature', '\x89PN', null],
    ['nothing', '', null],
  ])('%s', (_name, head, kind) => {
    expect(kindOf(bytes(head))).toBe(kind);
  });
});

describe('the name of a file', () => {
  test.each([
    ['现场 1.jpg', '现场 1.jpg'],
    ['IMG_0001.JPEG', 'IMG_0001.JPEG'],
    ['C:\\fakepath\\照片.jpg', '照片.jpg'],
    ['../../etc/passwd', 'passwd.jpg'],
    ['page.html', 'page.html.jpg'],
    ['photo\u202Egpj.exe', 'photogpj.exe.jpg'],
    ['a\u0000b\nc\u200F.jpg', 'abc.jpg'],
    ['<img src=x onerror=alert(1)>.jpg', '_img src=x onerror=alert(1)_.jpg'],
    ['...', 'document.jpg'],
    ['', 'document.jpg'],
    ['con:aux?.jpg', 'con_aux_.jpg'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanName(given, 'image/jpeg')).toBe(kept);
  });

  test('is cut to 120 characters and keeps its ending', () => {
    const long = cleanName(`${'地'.repeat(300)}.pdf`, 'application/pdf');
    expect([...long]).toHaveLength(120);
    expect(long.endsWith('地.pdf')).toBe(true);
  });

  test('whatever was given: short, plain, of its kind, and clean already', () => {
    const anyName = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(anyName, fc.constantFrom(...documentTypes), (name, type) => {
        const clean = cleanName(name, type);
        expect([...clean].length).toBeLessThanOrEqual(120);
        expect(clean).not.toMatch(/[\p{C}\p{Zl}\p{Zp}/\\<>:"|?*]/u);
        expect(clean).toMatch(/^[^ .].*\.(jpg|jpeg|jpe|jfif|png|webp|pdf)$/i);
        expect(cleanName(clean, type)).toBe(clean);
      }),
      { numRuns: 2000 },
    );
  });
});
