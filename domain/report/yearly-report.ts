import { refuseBeforePark } from '../park/began-on.ts';
import type { AsOf } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import type { Refusal } from '../refusals.ts';
import type { ReportDocument } from './document.ts';
import { sayDay } from './say/say-day.ts';
import { tellNextYear } from './tell/tell-next-year.ts';
import { tellPlanning } from './tell/tell-planning.ts';
import { tellProblems } from './tell/tell-problems.ts';
import { tellProjects } from './tell/tell-projects.ts';
import { tellWorks } from './tell/tell-works.ts';
import { beginTelling } from './tell/telling.ts';

const numerals = ['一', '二', '三', '四', '五'] as const;

/**
 * The yearly report of a park as of a day, with a paragraph on each of the other parks of the committee. Every figure
 * is computed from the facts and names them; a phrase without facts is left out. Facts after the day are not known to
 * it; a day after the last known one is told as a forecast. Refuses with day.before-park.
 */
export function yearlyReport(facts: ParkFacts, day: AsOf, others: readonly ParkFacts[] = []): ReportDocument | Refusal {
  const early = refuseBeforePark(facts, day.on, 'on');
  if (early) return early;
  const telling = beginTelling(facts, day);
  const { asOf, year, page, isForecast } = telling;
  const sections = [
    { id: 'planning', title: '园区规划', paragraphs: tellPlanning(telling) },
    { id: 'works', title: '基础设施', paragraphs: tellWorks(telling) },
    { id: 'projects', title: '招商引资', paragraphs: tellProjects(telling, others) },
    { id: 'problems', title: '存在问题', paragraphs: tellProblems(telling) },
    { id: 'next', title: '下年工作', paragraphs: tellNextYear(telling) },
  ]
    .filter(({ paragraphs }) => paragraphs.length > 0)
    .map((section, at) => ({ ...section, title: `${numerals[at]}、${section.title}` }));
  return {
    kind: 'yearly',
    park: facts.park.code,
    parkName: facts.park.name,
    title: `${facts.park.county}${facts.park.name}${year}年工作情况报告`,
    on: asOf.on,
    knownOn: asOf.knownOn,
    isForecast,
    sections,
    notes: [
      isForecast
        ? `数据截至${sayDay(asOf.knownOn)}；${sayDay(asOf.on)}的数为按计划推算的预计数。`
        : `数据截至${sayDay(asOf.on)}。`,
      `面积为高斯—克吕格投影平面面积（EPSG:${facts.park.epsg}），1亩＝2000/3平方米。`,
      ...(facts.park.schematic ? ['图形为示意性重建，不作权属和测绘依据。'] : []),
    ],
    figures: page.figuresIn(sections),
  };
}
