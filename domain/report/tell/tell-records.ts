import type { CommandName } from '../../access/roles.ts';
import { isPlan } from '../../park/is-plan.ts';
import type { Change } from '../../park/facts.ts';
import { gateNames, layerNames } from '../say/chinese-names.ts';
import type { Sentence, SourceKind } from '../document.ts';
import { say } from '../open-page.ts';
import { sayDay, sayDayOfYear } from '../say/say-day.ts';
import { shortenCodes } from '../list-evidence.ts';
import type { Telling } from './telling.ts';
import { dayOfInstant, isIn, type Week } from '../week.ts';
import type { DigestEvent } from '../weekly-digest.ts';

/** What was recorded in a week for days outside it: late records, new plans, and what was taken back. */
export function tellRecords(telling: Telling, week: Week, events: readonly DigestEvent[]): Sentence[] {
  return events
    .filter(({ recordedAt, effectiveOn, undoes, changes }) => {
      const isElsewhere = !isIn(week, effectiveOn) || undoes !== null || changes.every(isPlan);
      return isIn(week, dayOfInstant(recordedAt)) && isElsewhere;
    })
    .map((event) => tellRecord(telling, event));
}

const commandNames: Readonly<Partial<Record<CommandName, string>>> = {
  'import-land': '导入界线',
  'split-parcel': '分割地块',
  'assign-parcels': '安排用地',
  'release-parcels': '收回用地',
};

function tellRecord({ facts }: Telling, event: DigestEvent): Sentence {
  const { seq, actor, recordedAt, effectiveOn, undoes, subjects, command, changes } = event;
  const when = `${sayDayOfYear(dayOfInstant(recordedAt))}，${actor}`;
  const id = `records.${seq}`;
  if (undoes !== null) return say(id)`${when}撤销第${String(undoes)}号登记。`;
  const isPlanned = changes.every(isPlan);
  const what = commandNames[command] ?? [...new Set(changes.map(nameOf))].join('、');
  const verb = isPlanned ? '调整计划' : '补登';
  return say(id)`${when}${verb}：${nameSubjects(facts, subjects)}${what}（${sayDay(effectiveOn)}）。`;
}

function nameOf(change: Change): string {
  switch (change.table) {
    case 'gate':
      return gateNames[(change.after ?? change.before)!.gate];
    case 'stretch':
      return layerNames[(change.after ?? change.before)!.layer];
    case 'parcel':
    case 'boundary':
      return '地块界线';
    case 'work':
      return '建成';
    case 'project':
    case 'claim':
      return '项目';
  }
}

function nameSubjects(facts: Telling['facts'], subjects: readonly string[]): string {
  const named = subjects.map((subject) => {
    const cut = subject.indexOf(':');
    return { kind: subject.slice(0, cut) as SourceKind, code: subject.slice(cut + 1) };
  });
  const parcels = named.filter(({ kind }) => kind === 'parcel').map(({ code }) => code);
  const others = named
    .filter(({ kind }) => kind === 'road' || kind === 'work' || kind === 'project')
    .map(({ kind, code }) => {
      if (kind === 'road') return facts.roads.get(code)?.name ?? code;
      if (kind === 'work') return facts.works.get(code)?.name ?? code;
      return facts.projects.get(code)?.name ?? code;
    });
  return [...others, ...shortenCodes(parcels.sort())].join('、');
}
