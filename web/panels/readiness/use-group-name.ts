import { useI18n } from 'vue-i18n';
import type { ReadinessGroup } from '../../answers/readiness.ts';

/** The name of a group: a month for land that is ready by a day, else its state. */
export function useGroupName(): (group: Pick<ReadinessGroup, 'state' | 'month'>) => string {
  const { t } = useI18n();
  return ({ state, month }) => {
    if (month === null) return t(`readiness.state.${state}`);
    return t('readiness.month', { year: month.slice(0, 4), month: month.slice(5) });
  };
}
