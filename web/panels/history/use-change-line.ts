import { useI18n } from 'vue-i18n';
import type { Dated } from '../../../domain/day.ts';
import type { Change } from '../../../domain/park/facts.ts';
import type { Claim, Project } from '../../../domain/project/schema.ts';
import { formatChainage } from '../../../domain/road/chainage.ts';
import { useProjects } from '../../state/projects.ts';
import { useRoads } from '../../state/roads.ts';
import { useSay } from '../../ui/use-say.ts';

export interface ChangeLine {
  subject: string;
  before: string;
  after: string;
}

/** One changed row in words: what it is about, how it was, how it is. */
export function useChangeLine(): (change: Change) => ChangeLine {
  const { t } = useI18n();
  const { say } = useSay();
  const projects = useProjects();
  const roads = useRoads();

  const named = (found: { name: string; nameEn: string } | null, code: string) =>
    found ? say(found.name, found.nameEn) : code;
  const dated = (row: Dated | null) =>
    row?.doneOn
      ? t('history.done', { day: row.doneOn })
      : row?.plannedOn
        ? t('history.planned', { day: row.plannedOn })
        : t('history.nothing');
  const claimed = (claim: Claim | null) => {
    if (!claim) return t('history.nothing');
    const words = { kind: t(`project.claim.${claim.kind}`), from: claim.fromOn, until: claim.untilOn };
    return t(claim.untilOn === null ? 'history.claim' : 'history.claimUntil', words);
  };
  const staged = (project: Project | null) => {
    const last = project?.stages.at(-1);
    return last ? `${t(`project.stage.${last.stage}`)} ${last.on}` : t('history.nothing');
  };

  function subject(change: Change): string {
    switch (change.table) {
      case 'gate': {
        const row = present(change.after, change.before);
        return t('history.row.gate', { parcel: row.parcel, gate: t(`parcel.gate.${row.gate}`) });
      }
      case 'stretch': {
        const row = present(change.after, change.before);
        return t('history.row.stretch', {
          road: named(roads.byCode(row.road), row.road),
          layer: t(`road.layer.${row.layer}`),
          from: formatChainage(row.fromMetres),
          to: formatChainage(row.toMetres),
          side: t(`parcel.side.${row.side}`),
        });
      }
      case 'work': {
        const row = present(change.after, change.before);
        return say(row.name, row.nameEn);
      }
      case 'project': {
        const row = present(change.after, change.before);
        return t('history.row.project', { project: say(row.name, row.nameEn) });
      }
      case 'claim': {
        const row = present(change.after, change.before);
        return t('history.row.claim', {
          parcel: row.parcel,
          project: named(projects.byCode(row.project), row.project),
        });
      }
    }
  }

  return (change) => {
    const about = subject(change);
    if (change.table === 'claim')
      return { subject: about, before: claimed(change.before), after: claimed(change.after) };
    if (change.table === 'project')
      return { subject: about, before: staged(change.before), after: staged(change.after) };
    return { subject: about, before: dated(change.before), after: dated(change.after) };
  };
}

function present<T>(after: T | null, before: T | null): T {
  const row = after ?? before;
  if (row === null) throw new Error('a change without a before and an after');
  return row;
}
