import { computed, ref } from 'vue';
import type { Day } from '../../../domain/day.ts';
import { defaultDay, meaningOf } from '../../state/default-day.ts';
import { usePark } from '../../state/park.ts';
import { useView } from '../../state/view.ts';

/** The one day of a form. Where the form may plan, the day tells whether it does; a fact cannot lie after today. */
export function useFactDay({ mayPlan }: { mayPlan: boolean }) {
  const park = usePark();
  const view = useView();
  const today = park.answer?.today ?? '';
  const knownUntil = park.answer?.knownUntil ?? today;
  const days = { lookedOn: view.on, today, knownUntil };
  const likely = defaultDay(days);
  const day = ref<Day | null>(!mayPlan && likely > today ? today : likely);
  const wish = ref<'done' | 'plan'>(view.on !== null && view.on > knownUntil ? 'plan' : 'done');
  const meaning = computed(() => (mayPlan && day.value ? meaningOf(day.value, days) : 'done'));
  return {
    day,
    wish,
    meaning,
    isPlan: computed(() => meaning.value === 'plan' || (meaning.value === 'either' && wish.value === 'plan')),
    today,
    /** The day the reader looks at, when it is another than today. */
    lookedOn: park.on !== null && park.on !== today && (mayPlan || park.on < today) ? park.on : null,
    mayPlan,
  };
}
export type FactDay = ReturnType<typeof useFactDay>;
