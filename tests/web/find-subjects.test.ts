import { describe, expect, it } from 'vitest';
import { findSubjects, type Findable } from '../../web/state/find-subjects.ts';

const item = (code: string, words: string): Findable => ({
  subject: { kind: 'parcel', code },
  title: code,
  note: '',
  words: `${code}\n${words}`,
});
const all = [item('A-11', '甲'), item('A-1', '乙'), item('B-03', '光泽 A-1 竹业\nGuangze Bamboo')];
const codes = (text: string) => findSubjects(all, text).map(({ subject }) => subject.code);

describe('findSubjects', () => {
  it('puts the whole code first, then beginnings, then anywhere', () => {
    expect(codes('a-1')).toEqual(['A-1', 'A-11', 'B-03']);
  });

  it('does not mind width, case, blanks or hyphens', () => {
    expect(codes('ａ１１')).toEqual(['A-11']);
    expect(codes('guangze bamboo')).toEqual(['B-03']);
    expect(codes('竹业')).toEqual(['B-03']);
  });

  it('finds nothing for nothing', () => {
    expect(codes('  ')).toEqual([]);
    expect(codes('xyz')).toEqual([]);
  });
});
