import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useOverview } from '../../state/overview.ts';
import { usePark } from '../../state/park.ts';
import { landGoal } from './land-goal.ts';
import { useUnits } from './use-units.ts';

/** The available land that was aimed at by the end of the year looked at. */
export function useGoal() {
  const overview = useOverview();
  const park = usePark();
  const { t } = useI18n();
  const { areaText } = useUnits();
  const year = computed(() => Number((park.on ?? '').slice(0, 4)));
  const goal = computed(() => {
    const squareMetres = landGoal(overview.targets?.targets ?? [], 'available', year.value);
    if (squareMetres === null) return null;
    return { name: t('dashboard.goal', { year: year.value, area: areaText(squareMetres) }), squareMetres };
  });
  return { year, goal };
}
