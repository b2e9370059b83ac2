import { describe, expect, it } from 'vitest';
import { dispositionOf } from '../../../server/http/disposition.ts';
import { writeNotes } from '../../../server/survey/export/notes-header.ts';
import { fileNameOf, notesOf, readExport } from '../../../web/api/export.ts';
import { formatDay } from '../../../web/ui/format-day.ts';

describe('what the server says of a file', () => {
  it.each(['金岭工业园-一期-地块-2007-11-30.zip', "O'Hara (1) 100%.txt"])('is read back: %s', (name) => {
    expect(fileNameOf(dispositionOf('attachment', name, 'plain.zip'))).toBe(name);
  });

  it('may be no name and no note', () => {
    expect(fileNameOf('attachment; filename="plain.zip"')).toBeNull();
    expect(notesOf(null)).toEqual([]);
  });

  it('is read back with its notes', () => {
    const notes = [{ code: 'write.text-cut', detail: { field: '项目', records: 2 } }];
    expect(notesOf(writeNotes(notes))).toEqual(notes);
  });
});

it('more codes than an address can hold are not asked for', async () => {
  const codes = Array.from({ length: 3000 }, (_, at) => `P-${at}`);
  const order = {
    park: 'p',
    codes,
    phase: null,
    format: 'txt',
    encoding: null,
    on: undefined,
    language: 'zh',
  } as const;
  await expect(readExport({ ...order, signal: new AbortController().signal })).rejects.toMatchObject({
    code: 'export.too-many',
  });
});

it('a day is said in words, wherever the reader is', () => {
  expect(formatDay('2007-11-30', 'zh-CN')).toBe('2007年11月30日');
  expect(formatDay('2007-11-30', 'en')).toBe('30 November 2007');
});
