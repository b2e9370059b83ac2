import { refuseBeforePark } from '../park/began-on.ts';
import type { AsOf } from '../day.ts';
import type { ParkEvent } from '../park/event.ts';
import type { ParkFacts } from '../park/facts.ts';
import type { Refusal } from '../refusals.ts';
import type { Paragraph, ReportDocument, Sentence } from './document.ts';
import { paragraph, say } from './open-page.ts';
import { sayDay, sayDayOfYear } from './say/say-day.ts';
import { tellChanges } from './tell/tell-changes.ts';
import { tellDue } from './tell/tell-due.ts';
import { tellLateness } from './tell/tell-lateness.ts';
import { tellRecords } from './tell/tell-records.ts';
import { beginTelling } from './tell/telling.ts';
import { sayWeek, weekOf, weekOfMeeting } from './week.ts';

/** An entry of the log as the digest reads it. */
export type DigestEvent = Pick<
  ParkEvent,
  'seq' | 'actor' | 'recordedAt' | 'effectiveOn' | 'command' | 'subjects' | 'changes' | 'undoes'
>;

/**
 * The digest for the next Monday meeting, on the day or after it: what became true in the week before, what was recorded
 * in it for other days, what is due this week and the next, and what is late. `events` are those of the log that were
 * recorded in, or take effect in, the week before. Refuses with day.before-park.
 */
export function weeklyDigest(facts: ParkFacts, day: AsOf, events: readonly DigestEvent[]): ReportDocument | Refusal {
  const early = refuseBeforePark(facts, day.on, 'on');
  if (early) return early;
  const telling = beginTelling(facts, day);
  const { asOf } = telling;
  const here = weekOfMeeting(asOf.on);
  const [last, next] = [weekOf(here.from, -1), weekOf(here.from, 1)];
  const sections = [
    {
      id: 'changes',
      title: `一、上周进展（${sayWeek(last)}）`,
      paragraphs: items(tellChanges(telling, last, events), 'changes.none', '上周没有新的进展。'),
    },
    {
      id: 'records',
      title: '二、上周补登和调整',
      paragraphs: items(tellRecords(telling, last, events), 'records.none', '上周没有补登和计划调整。'),
    },
    {
      id: 'due-this-week',
      title: `三、本周到期（${sayWeek(here)}）`,
      paragraphs: items(tellDue(telling, here), 'due-this-week.none', '本周没有到期事项。'),
    },
    {
      id: 'due-next-week',
      title: `四、下周到期（${sayWeek(next)}）`,
      paragraphs: items(tellDue(telling, next), 'due-next-week.none', '下周没有到期事项。'),
    },
    {
      id: 'late',
      title: '五、逾期未完',
      paragraphs: items(tellLateness(telling), 'late.none', `截至${sayDay(asOf.knownOn)}，没有逾期事项。`),
    },
  ];
  return {
    kind: 'weekly',
    park: facts.park.code,
    parkName: facts.park.name,
    title: `${facts.park.name}工作周报（${sayDayOfYear(here.from)}例会）`,
    on: asOf.on,
    knownOn: asOf.knownOn,
    isForecast: telling.isForecast,
    sections,
    notes: [`${sayDay(here.from)}例会使用，数据截至${sayDay(asOf.knownOn)}。`],
    figures: telling.page.figuresIn(sections),
  };
}

function items(sentences: readonly Sentence[], emptyId: string, empty: string): Paragraph[] {
  if (!sentences.length) return paragraph([say(emptyId)`${empty}`]);
  return sentences.flatMap((sentence) => paragraph([sentence], 'item'));
}
