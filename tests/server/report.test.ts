import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { landAccount, landColumns, parcelColumns } from '../../domain/account/account.ts';
import { squareMetres } from '../../domain/geometry/area.ts';
import { reportSchema, type ReportDocument } from '../../domain/report/document.ts';
import { figuresOf, sayParagraph, saySentence } from '../../domain/report/say/say-sentence.ts';
import { done, refused, seqOf } from '../support/answers.ts';
import { openTestPark, type TestPark } from '../support/test-park.ts';
import { calculate, readBook, type Book } from '../support/workbook.ts';

const day = 'on=2007-11-30&known=2007-11-30';

describe('the reports', () => {
  let park: TestPark;
  beforeAll(async () => {
    park = await openTestPark();
  });
  afterAll(() => park.close());

  const report = async (query = day, name = 'report', code = 'jinling') =>
    reportSchema.parse(await park.getJson(`/api/parks/${code}/${name}?${query}`));
  const file = async (name: string, query = day) => {
    const answer = await park.app.request(`/api/parks/jinling/${name}?${query}`);
    expect(answer.status).toBe(200);
    return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
  };
  const sentences = (told: ReportDocument) => {
    const figures = figuresOf(told);
    const all = told.sections.flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.sentences));
    return new Map(all.map((sentence) => [sentence.id, { sentence, text: saySentence(sentence, figures) }]));
  };

  test.each([
    ['F1', '4960亩'],
    ['F2', '6000亩'],
    ['F3', '5.44平方公里'],
    ['F4.Y-04', '2007年3月'],
    ['F4.Y-06', '2007年6月'],
    ['F5', '2007年2月8日'],
    ['F6', '2850万元'],
    ['F7.sections', '13个'],
    ['F7', '225万立方米'],
    ['F8.width', '30米'],
    ['F8', '1700米'],
    ['F9', '5条'],
    ['F10.W-01', '2007年10月18日'],
    ['F10.W-03', '2007年12月31日'],
    ['F11', '近1000亩'],
    ['F12', '近1500亩'],
    ['F13', '12个'],
    ['F14.count', '8个'],
    ['F14', '58200万元'],
    ['F15.heshun.count', '1个'],
    ['F15.heshun.land', '27.5亩'],
    ['F15.heshun.investment', '1000万元'],
    ['F15.heshun.fixed', '800万元'],
    ['F15.heshun.output.P-01', '1万立方米'],
    ['F16.count', '15个'],
    ['F16', '447.67万元'],
    ['F16.rate', '31.64%'],
    ['F17.G-05', '1万平方米'],
    ['F17.G-06', '1500亩'],
    ['F18.G-07', '4万吨/日'],
    ['F18.G-08', '2万亩'],
    ['F19', '3800万元'],
  ])('%s is %s, and stands in a sentence', async (id, wording) => {
    const told = await report();
    expect(told.figures.find((figure) => figure.id === id)?.wording).toBe(wording);
    const { pieces } = [...sentences(told).values()].find(({ sentence }) =>
      sentence.pieces.some((piece) => 'figure' in piece && piece.figure === id),
    )!.sentence;
    expect(pieces.length).toBeGreaterThan(1);
  });

  test.each([
    ['jinling-2007-11-30', 'report.md', 'jinling', '2007-11-30'],
    ['jinling-2007-05-31', 'report.md', 'jinling', '2007-05-31'],
    ['jinling-2007-12-31', 'report.md', 'jinling', '2007-12-31'],
    ['jinling-2006-08-31', 'report.md', 'jinling', '2006-08-31'],
    ['heshun-2007-11-30', 'report.md', 'heshun', '2007-11-30'],
    ['jinling-week-2007-12-03', 'digest.md', 'jinling', '2007-12-03'],
  ])('%s reads as it was agreed', async (golden, name, code, on) => {
    const answer = await park.app.request(`/api/parks/${code}/${name}?on=${on}&known=2007-11-30`);
    await expect(await answer.text()).toMatchFileSnapshot(`../golden/report/${golden}.txt`);
  });

  test('every figure is used, has an exact value, and names things that exist', async () => {
    const told = await report();
    const used = [...sentences(told).values()].flatMap(({ sentence }) =>
      sentence.pieces.flatMap((piece) => ('figure' in piece ? [piece.figure] : [])),
    );
    expect(new Set(used)).toEqual(new Set(told.figures.map(({ id }) => id)));
    const { facts } = (await park.house.memories.of('jinling'))!;
    for (const { id, exact, sources } of told.figures) {
      expect(exact, id).not.toBe('');
      for (const { kind, codes, park: owner } of sources) {
        if (owner === 'jinling' && kind === 'parcel') {
          expect(
            codes.filter((code) => !facts.parcels.has(code)),
            id,
          ).toEqual([]);
        }
        expect(codes.length, id).toBeGreaterThan(0);
      }
    }
  });

  test('day.before-park: a report of a day before the park is refused in every form', async () => {
    for (const name of ['report', 'report.md', 'report.docx', 'report.xlsx', 'digest', 'digest.docx']) {
      const answer = await refused(park.app.request(`/api/parks/jinling/${name}?on=2005-06-01`));
      expect(answer, name).toMatchObject({ status: 422, code: 'day.before-park', detail: { beganOn: '2006-07-18' } });
    }
  });

  test('files have their type and a Chinese name', async () => {
    const types = { md: 'text/markdown', docx: 'application/vnd.openxml', xlsx: 'application/vnd.openxml' } as const;
    for (const [extension, type] of Object.entries(types)) {
      const { answer } = await file(`report.${extension}`);
      expect(answer.headers.get('content-type')).toContain(type);
      const disposition = answer.headers.get('content-disposition')!;
      const name = /filename\*=UTF-8''(\S+)$/.exec(disposition)![1]!;
      expect(decodeURIComponent(name)).toBe(`光泽县金岭工业园2007年工作情况报告（2007-11-30）.${extension}`);
      expect(disposition).toContain(`filename="jinling-yearly-2007-11-30.${extension}"`);
    }
  });

  test('the Word file says what the report says, paragraph by paragraph, and carries the evidence', async () => {
    const told = await report();
    const figures = figuresOf(told);
    const { bytes } = await file('report.docx');
    const files = unzipSync(bytes);
    const xml = strFromU8(files['word/document.xml']!);
    expect(unbalanced(xml)).toBeNull();
    const paragraphs = [...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p [^>]*>(.*?)<\/w:p>/gs)].map(([, a, b]) =>
      [...(a ?? b ?? '').matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, text]) => text).join(''),
    );
    for (const { title, paragraphs: wanted } of told.sections) {
      expect(paragraphs).toContain(title);
      for (const one of wanted) {
        const text = sayParagraph(one, figures);
        expect(
          paragraphs.some((paragraph) => paragraph.replace(/^\d+\. /, '') === text),
          text,
        ).toBe(true);
      }
    }
    expect(xml.match(/<w:tr>|<w:tr /g)!.length).toBe(told.figures.length + 1);
    expect(xml).toContain('w:eastAsia="仿宋"');
    const header = Object.keys(files).find((name) => /^word\/header\d+\.xml$/.test(name))!;
    expect(strFromU8(files[header]!)).toContain('金岭工业园　数据截至2007年11月30日');
  });

  test.each([
    ['2007-11-30', 4],
    ['2007-12-31', 4],
    ['2006-08-31', 2],
  ])('the workbook of %s re-adds to the account by its formulas alone', async (on, lineCount) => {
    const { bytes } = await file('report.xlsx', `on=${on}&known=2007-11-30`);
    const book = readBook(bytes);
    expect([...book.keys()]).toEqual(['台账', '地块', '用地', '数字']);
    const { facts } = (await park.house.memories.of('jinling'))!;
    const knownOn = on < '2007-11-30' ? on : '2007-11-30';
    const { rows } = landAccount(facts, { on, knownOn });
    const lines = namesIn(book);
    expect(lines).toHaveLength(lineCount);
    for (const [name, row] of lines) {
      const account = rows.find(
        ({ phase }) => (facts.phases.find(({ code }) => code === phase)?.name ?? '全园') === name,
      );
      if (!account) continue;
      [...parcelColumns, ...landColumns].forEach((column, at) => {
        const metres = squareMetres(account.figures[column].twiceAreaSquareMillimetres);
        expect(calculate(book, '台账', `${letter(at + 2)}${row}`), `${name} ${column}`).toBeCloseTo(metres * 0.0015, 6);
      });
      expect(calculate(book, '台账', `${letter(18)}${row}`)).toBe(0);
    }
    let formulaCount = 0;
    for (const [sheet, cells] of book) {
      for (const [ref, cell] of cells) {
        if (cell.formula === null) continue;
        formulaCount += 1;
        expect(calculate(book, sheet, ref), `${sheet} ${ref}`).toBeCloseTo(Number(cell.value), 6);
      }
    }
    expect(formulaCount).toBeGreaterThan(100);
  });

  test('recording a gate of one parcel changes exactly the sentences that rest on it', async () => {
    const before = await report();
    const input = { parcels: ['H-05'], gate: 'levelled', doneOn: '2007-11-28' };
    await done(park.command('record-gate', { basedOn: await seqOf(park), input }));
    const after = await report();
    const [was, is] = [sentences(before), sentences(after)];
    const changed = [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id)?.text !== is.get(id)?.text);
    expect(changed.sort()).toEqual(['land.steps', 'problem.waiting'].sort());
    const rests = (told: ReportDocument, id: string) =>
      told.figures.some(
        (figure) =>
          sentences(told)
            .get(id)
            ?.sentence.pieces.some((piece) => 'figure' in piece && piece.figure === figure.id) &&
          figure.sources.some(({ kind, codes }) => kind === 'parcel' && codes.includes('H-05')),
      );
    for (const id of changed) expect(rests(before, id) || rests(after, id), id).toBe(true);
    const week = await report('on=2007-12-03', 'digest');
    const lines = [...sentences(week).values()].map(({ text }) => text);
    expect(lines.find((text) => text.includes('H-05'))).toMatch(
      /^11月28日，H-05（1宗，.*亩）完成场平（\d+月\d+日补登）。$/,
    );
  });
});

function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

function namesIn(book: Book): [name: string, row: number][] {
  const cells = book.get('台账')!;
  const rows = [...cells.keys()].filter((ref) => /^A\d+$/.test(ref)).map((ref) => Number(ref.slice(1)));
  return rows.filter((row) => row > 2).map((row) => [String(cells.get(`A${row}`)!.value), row]);
}

/** The first tag that does not close what is open, or null when the document is well formed. */
function unbalanced(xml: string): string | null {
  const open: string[] = [];
  for (const [tag, closing, name, own] of xml.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (own === '/') continue;
    if (closing === '') open.push(name!);
    else if (open.pop() !== name) return tag;
  }
  return open[0] ?? null;
}
