import { describe, expect, test } from 'vitest';
import type { ParkFacts } from '../../../domain/park/facts.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { figuresOf, sayParagraph } from '../../../domain/report/say/say-sentence.ts';
import { weeklyDigest, type DigestEvent } from '../../../domain/report/weekly-digest.ts';
import { tinyFacts, tinyStretch } from '../../support/tiny-park.ts';

function told(facts: ParkFacts, events: readonly DigestEvent[] = [], on = '2007-11-26', knownOn = '2007-11-30') {
  const digest = weeklyDigest(facts, { on, knownOn }, events);
  if (isRefusal(digest)) throw new Error(digest.refusal);
  const figures = figuresOf(digest);
  return Object.fromEntries(
    digest.sections.map(({ id, paragraphs }) => [id, paragraphs.map((one) => sayParagraph(one, figures))]),
  );
}

const event = (change: Partial<DigestEvent>): DigestEvent => ({
  seq: 1,
  actor: '张三',
  recordedAt: '2007-11-20T02:00:00.000Z',
  effectiveOn: '2007-11-20',
  command: 'record-gate',
  subjects: ['parcel:A-03'],
  changes: [],
  undoes: null,
  ...change,
});
const gate = (doneOn: string | null, plannedOn: string | null = null) =>
  ({ parcel: 'A-03', gate: 'telecom', plannedOn, doneOn, document: null }) as const;

describe('the weekly digest', () => {
  test('tells what became true from Monday to Sunday of the week before, in order', () => {
    const facts = tinyFacts({
      gates: [gate('2007-11-19'), { ...gate('2007-11-25'), parcel: 'A-02' }, { ...gate('2007-11-26'), parcel: 'A-01' }],
      stretches: [tinyStretch('S-1', { doneOn: '2007-11-21', side: 'left' })],
    });
    expect(told(facts)['changes']).toEqual([
      '11月19日，A-03（1宗，15亩）完成通信。',
      '11月21日，大道左幅路基K0+000～K0+500完成500米。',
      '11月25日，A-02（1宗，15亩）完成通信。',
    ]);
  });

  test('says when something of that week was recorded later', () => {
    const facts = tinyFacts({ gates: [gate('2007-11-20')] });
    const late = event({ recordedAt: '2007-12-02T16:30:00.000Z' });
    expect(told(facts, [late])['changes']).toEqual(['11月20日，A-03（1宗，15亩）完成通信（12月3日补登）。']);
    expect(told(facts, [event({})])['changes']).toEqual(['11月20日，A-03（1宗，15亩）完成通信。']);
  });

  test('names what was recorded in that week for other days, plans, and what was taken back', () => {
    const { records } = told(tinyFacts(), [
      event({ effectiveOn: '2007-10-03', changes: [{ table: 'gate', before: null, after: gate('2007-10-03') }] }),
      event({
        seq: 2,
        command: 'plan-gate',
        effectiveOn: '2008-03-01',
        changes: [{ table: 'gate', before: null, after: gate(null, '2008-03-01') }],
      }),
      event({ seq: 3, command: 'undo', undoes: 2 }),
      event({ seq: 4, changes: [{ table: 'gate', before: null, after: gate('2007-11-20') }] }),
    ]);
    expect(records).toEqual([
      '11月20日，张三补登：A-03通信（2007年10月3日）。',
      '11月20日，张三调整计划：A-03通信（2008年3月1日）。',
      '11月20日，张三撤销第2号登记。',
    ]);
  });

  test('tells what is due this week and the next, and not what is done', () => {
    const claim = { id: 'C-1', project: 'P-01', kind: 'contract', fromOn: '2007-11-01', untilOn: null } as const;
    const facts = tinyFacts({
      gates: [gate(null, '2007-12-01'), { ...gate('2007-11-25', '2007-12-01'), parcel: 'A-02' }],
      stretches: [tinyStretch('S-1', { doneOn: null, plannedOn: '2007-12-04' })],
      claims: [{ ...claim, parcel: 'A-01', startBy: '2007-12-05', finishBy: '2008-12-01' }],
    });
    const digest = told(facts);
    expect(digest['due-this-week']).toEqual(['12月1日，应完成通信：A-03（1宗，15亩）。']);
    expect(digest['due-next-week']).toEqual([
      '12月4日，应完成大道路基K0+000～K0+500，500米。',
      '12月5日，项目P-01合同约定开工：A-01（1宗，15亩）。',
    ]);
  });

  test('names what is late and what waits for it', () => {
    const facts = tinyFacts({
      stretches: [
        tinyStretch('S-1'),
        tinyStretch('S-2', { fromMetres: 500, toMetres: 1000, plannedOn: '2007-11-10', doneOn: null }),
      ],
    });
    expect(told(facts)['late']).toEqual([
      '大道路基（K0+500～K1+000）原定2007年11月10日完成，至今未完成，影响土地15亩。',
    ]);
  });

  test('a quiet week says so, and a week before the park is refused', () => {
    const quiet = told(tinyFacts(), [], '2007-07-30');
    expect(quiet['changes']).toEqual(['上周没有新的进展。']);
    expect(quiet['late']).toEqual(['截至2007年7月30日，没有逾期事项。']);
    expect(weeklyDigest(tinyFacts(), { on: '2006-12-31', knownOn: '2007-11-30' }, [])).toMatchObject({
      refusal: 'day.before-park',
    });
  });
});
