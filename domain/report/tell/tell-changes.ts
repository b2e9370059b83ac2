import type { Day } from '../../day.ts';
import { gateNames, claimNames, stageNames } from '../say/chinese-names.ts';
import type { Quantity, Sentence, Source } from '../document.ts';
import { groupBy } from '../group-by.ts';
import { claimsOf, gatesOf, nameParcels, nameStretch, stretchesOf } from '../say/name-things.ts';
import { say, type Page, type Part } from '../open-page.ts';
import { sayDayOfYear } from '../say/say-day.ts';
import type { Telling } from './telling.ts';
import { dayOfInstant, isIn, type Week } from '../week.ts';
import type { DigestEvent } from '../weekly-digest.ts';

interface Told {
  readonly on: Day;
  readonly sentence: Sentence;
}

/** What became true in a week, day by day; what was recorded only later says so. */
export function tellChanges(telling: Telling, week: Week, events: readonly DigestEvent[]): Sentence[] {
  const { figure } = telling.page;
  const page: Page = { ...telling.page, figure: (id, name, detail) => figure(id, name, { ...detail, isFact: true }) };
  const asked: Asked = { ...telling, page, week, late: lateSubjects(events, week) };
  return [...land(asked), ...building(asked), ...claims(asked), ...stages(asked), ...tenders(asked), ...money(asked)]
    .filter(({ on }) => on <= telling.asOf.knownOn)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ sentence }) => sentence);
}

interface Asked extends Telling {
  readonly week: Week;
  /** Subject and day → the later day on which it was recorded. */
  readonly late: ReadonlyMap<string, Day>;
}

function lateSubjects(events: readonly DigestEvent[], week: Week): ReadonlyMap<string, Day> {
  const late = events.filter(({ recordedAt, undoes }) => undoes === null && dayOfInstant(recordedAt) > week.to);
  return new Map(
    late.flatMap(({ subjects, effectiveOn, recordedAt }) =>
      subjects.map((subject) => [`${subject}/${effectiveOn}`, dayOfInstant(recordedAt)] as const),
    ),
  );
}

function tell(
  { late }: Asked,
  id: string,
  on: Day,
  { text, subjects }: { text: Part; subjects: readonly string[] },
): Told {
  const recorded = subjects.map((subject) => late.get(`${subject}/${on}`)).find((day) => day !== undefined);
  const note = recorded === undefined ? null : `（${sayDayOfYear(recorded)}补登）`;
  return { on, sentence: say(id)`${sayDayOfYear(on)}，${text}${note}。` };
}

function land(asked: Asked): Told[] {
  const { week } = asked;
  const passed = gatesOf(asked).filter(({ doneOn }) => isIn(week, doneOn));
  return groupBy(passed, ({ gate, doneOn, document }) => `${gate}/${doneOn}/${document}`).map((records) => {
    const { gate, doneOn, document } = records[0];
    const codes = records.map(({ parcel }) => parcel).sort();
    const id = `changes.gate.${gate}.${doneOn}.${document ?? ''}`;
    const batch = document === null ? null : `，文号${document}`;
    const text = [nameParcels(asked, id, codes), `完成${gateNames[gate]}`, batch];
    return tell(asked, id, doneOn!, { text, subjects: codes.map((code) => `parcel:${code}`) });
  });
}

function building(asked: Asked): Told[] {
  const { facts, page, week } = asked;
  const stretches = stretchesOf(facts)
    .filter(({ doneOn }) => isIn(week, doneOn))
    .map((stretch) => {
      const { name, length } = nameStretch(facts, page, stretch);
      const text = [name, '完成', length];
      return tell(asked, `changes.stretch.${stretch.id}`, stretch.doneOn!, {
        text,
        subjects: [`road:${stretch.road}`],
      });
    });
  const works = [...facts.works.values()]
    .filter(({ doneOn }) => isIn(week, doneOn))
    .map(({ code, name, doneOn }) =>
      tell(asked, `changes.work.${code}`, doneOn!, { text: `${name}建成`, subjects: [`work:${code}`] }),
    );
  return [...stretches, ...works];
}

function claims(asked: Asked): Told[] {
  const { facts, week } = asked;
  const nameOf = (project: string) => facts.projects.get(project)?.name ?? project;
  const begun = claimsOf(facts).filter(({ fromOn }) => isIn(week, fromOn));
  const ended = claimsOf(facts).filter(({ untilOn }) => isIn(week, untilOn));
  const told = (word: 'begun' | 'ended', some: typeof begun) =>
    groupBy(
      some,
      ({ project, kind, fromOn, untilOn }) => `${project}/${kind}/${word === 'begun' ? fromOn : untilOn}`,
    ).map((group) => {
      const { project, kind, fromOn, untilOn } = group[0];
      const on = word === 'begun' ? fromOn : untilOn!;
      const codes = group.map(({ parcel }) => parcel).sort();
      const id = `changes.claim.${word}.${project}.${kind}.${on}`;
      const verb = word === 'begun' ? `${claimNames[kind]}用地` : `${claimNames[kind]}到期或解除`;
      const text = [nameOf(project), verb, nameParcels(asked, id, codes)];
      return tell(asked, id, on, { text, subjects: codes.map((code) => `parcel:${code}`) });
    });
  return [...told('begun', begun), ...told('ended', ended)];
}

function stages(asked: Asked): Told[] {
  return [...asked.facts.projects.values()].flatMap(({ code, name, stages: reached }) =>
    reached
      .filter(({ on }) => isIn(asked.week, on))
      .map(({ stage, on }) =>
        tell(asked, `changes.stage.${code}.${stage}.${on}`, on, {
          text: `${name}进入${stageNames[stage]}阶段`,
          subjects: [`project:${code}`],
        }),
      ),
  );
}

function tenders(asked: Asked): Told[] {
  const { facts, page, week } = asked;
  return facts.sections.flatMap(({ code, name, tender, contract }) => {
    const yuan = (id: string, label: string, amount: number) =>
      figure(page, id, label, { quantity: { kind: 'money', yuan: amount }, from: page.source('section', [code]) });
    const opened =
      tender !== null && isIn(week, tender.on)
        ? [
            tell(asked, `changes.tender.${code}`, tender.on, {
              text: [`${name}开标，中标价`, yuan(`tender.${code}`, `${name}中标价`, tender.winningYuan)],
              subjects: [],
            }),
          ]
        : [];
    const signed =
      contract !== null && isIn(week, contract.on)
        ? [
            tell(asked, `changes.contract.${code}`, contract.on, {
              text: [`${name}签订合同，价款`, yuan(`contract.${code}`, `${name}合同价款`, contract.priceYuan)],
              subjects: [],
            }),
          ]
        : [];
    return [...opened, ...signed];
  });
}

function figure(page: Telling['page'], id: string, name: string, detail: { quantity: Quantity; from: Source[] }) {
  return page.figure(id, name, detail);
}

function money(asked: Asked): Told[] {
  const { facts, page, week } = asked;
  const paid = facts.payments
    .filter(({ on }) => isIn(week, on))
    .map(({ id, on, note, section, amountYuan }) => {
      const name = facts.sections.find(({ code }) => code === section)?.name;
      const quantity = { kind: 'money', yuan: amountYuan } as const;
      const amount = page.figure(`payment.${id}`, note, { quantity, from: page.source('payment', [id]) });
      return tell(asked, `changes.payment.${id}`, on, {
        text: [`支付${name === undefined ? note : `${name}（${note}）`}`, amount],
        subjects: [],
      });
    });
  const received = facts.funds.flatMap(({ code, source, receipts }) =>
    receipts
      .filter(({ on }) => isIn(week, on))
      .map(({ on, amountYuan }) => {
        const quantity = { kind: 'money', yuan: amountYuan } as const;
        const amount = page.figure(`fund.${code}.${on}`, source, { quantity, from: page.source('fund', [code]) });
        return tell(asked, `changes.fund.${code}.${on}`, on, { text: [`${source}到位`, amount], subjects: [] });
      }),
  );
  const days = facts.milestones
    .filter(({ on }) => isIn(week, on))
    .map(({ code, on, name }) => tell(asked, `changes.milestone.${code}`, on, { text: name, subjects: [] }));
  return [...paid, ...received, ...days];
}
