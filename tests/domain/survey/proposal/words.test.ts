import { expect, test } from 'vitest';
import { proposalFaultCodes } from '../../../../domain/survey/proposal/proposal.ts';
import { proposalWords } from '../../../../domain/survey/words/proposal-words.ts';
import { tell } from '../../../../domain/survey/words/tell.ts';

const namesIn = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

test('every fault has a sentence in both languages, with the same numbers', () => {
  expect(Object.keys(proposalWords)).toEqual(expect.arrayContaining([...proposalFaultCodes]));
  for (const [code, [zh, en]] of Object.entries(proposalWords)) {
    expect(zh, code).toMatch(/[一-鿿]/);
    expect(en, code).not.toMatch(/[一-鿿]/);
    expect(namesIn(en), code).toEqual(namesIn(zh));
    expect(tell(code, {}, 'zh'), code).not.toBe(code);
  }
});

test('a sentence is made of the numbers of a fault', () => {
  const detail = { parcel: 'A-01', squareMetres: 20.004, parcels: 3 };
  expect(tell('proposal.overlaps-staying', detail, 'zh')).toBe('与不变的地块 A-01 重叠 20 平方米（涉及 3 宗）');
  expect(tell('proposal.overlaps-staying', detail, 'en')).toBe(
    'Overlaps parcel A-01, which stays, by 20 m² (one of 3)',
  );
});

test('what stands alone in brackets and is not known is left out', () => {
  expect(tell('zip.damaged', { name: null }, 'zh')).toBe('压缩包已损坏');
  expect(tell('zip.damaged', {}, 'en')).toBe('The zip is damaged');
  expect(tell('zip.damaged', { name: 'a.shp' }, 'en')).toBe('The zip is damaged (a.shp)');
  expect(tell('survey.format-known-unread', { format: 'image' }, 'zh')).toBe('不能读取 图片 文件，请另存为支持的格式');
});
