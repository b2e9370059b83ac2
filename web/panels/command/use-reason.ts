import { useI18n } from 'vue-i18n';
import type { RefusalDetail } from '../../../domain/refusals.ts';
import { useProjects } from '../../state/projects.ts';
import { useRoads } from '../../state/roads.ts';
import { useArea } from '../../state/use-area.ts';
import { useMarks } from '../../state/use-marks.ts';
import { formatNumber } from '../../ui/format-number.ts';
import { useSay } from '../../ui/use-say.ts';

/** Metres that are no place on a road. */
const lengthNames: ReadonlySet<string> = new Set(['wantedMetres', 'actualMetres']);
const stageNames: ReadonlySet<string> = new Set(['stage', 'reached', 'later']);

export interface Reasoned {
  readonly code: string;
  readonly detail: RefusalDetail;
}

/** A refusal or problem in words of the reader's language. */
export function useReason(): (reasoned: Reasoned) => string {
  const { t, te } = useI18n();
  const { say } = useSay();
  const marks = useMarks();
  const area = useArea();

  function word(name: string, value: string | number | null, detail: RefusalDetail): string {
    if (value === null) return t('app.none');
    if (typeof value === 'number') {
      const { road } = detail;
      if (/squareMetres$/i.test(name)) return area.withUnit(value);
      if (lengthNames.has(name)) return `${formatNumber(value, 2)} m`;
      return name.endsWith('Metres')
        ? marks.mark(typeof road === 'string' ? useRoads().byCode(road) : null, value)
        : String(value);
    }
    if (name === 'project') {
      const project = useProjects().byCode(value);
      return project ? say(project.name, project.nameEn) : value;
    }
    if (name === 'laterCommand') return t(`command.name.${value}`);
    if (name === 'why') return whyText(value);
    if (name === 'mark' || name === 'choices') return marks.tell(value);
    if (name === 'missing')
      return value
        .split(' ')
        .map((gate) => t(`parcel.gate.${gate}`))
        .join(t('command.comma'));
    if ((name === 'gate' || name === 'other') && te(`parcel.gate.${value}`)) return t(`parcel.gate.${value}`);
    if ((name === 'kind' || name === 'live') && te(`project.claim.${value}`)) return t(`project.claim.${value}`);
    if (stageNames.has(name) && te(`project.stage.${value}`)) return t(`project.stage.${value}`);
    return value.replace(/^[a-z]+:/, '');
  }

  /** Why a later event keeps an earlier one: the row itself, a contract, a gate, or the project that has the land now. */
  function whyText(why: string): string {
    if (te(`parcel.gate.${why}`)) return t('history.why.gate', { gate: t(`parcel.gate.${why}`) });
    if (te(`history.why.${why}`)) return t(`history.why.${why}`);
    return t('history.why.claim', { project: word('project', why, {}) });
  }

  return ({ code, detail }) => {
    const words = Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, word(name, value, detail)]));
    return te(`refusal.${code}`) ? t(`refusal.${code}`, words) : t('refusal.other', { code });
  };
}
