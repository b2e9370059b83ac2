import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import type { Day } from '../../domain/day.ts';
import { readCurve } from '../api.ts';
import { loadAnswer } from './load-answer.ts';
import { useMoment } from './moment.ts';
import { usePark } from './park.ts';
import { useView } from './view.ts';

/** The land account along the park's time line: of the whole park, and of the phase that was chosen. */
export const useCurve = defineStore('curve', () => {
  const view = useView();
  const park = usePark();
  const moment = useMoment();
  const phase = ref<string | null>(null);

  const span = computed<{ from: Day; to: Day } | null>(() => {
    const open = park.answer;
    if (!open) return null;
    const began = open.planVersions.map(({ inForceFrom }) => inForceFrom).sort()[0] ?? open.park.timelineFrom;
    const { timelineFrom, timelineTo } = open.park;
    return { from: began > timelineFrom ? began : timelineFrom, to: timelineTo };
  });
  const load = (subject: () => string | null, ofPhase: () => string | null) =>
    loadAnswer(subject, moment.ofFeed, (signal) => {
      const { from, to } = span.value ?? { from: '', to: '' };
      return readCurve({ park: view.park, from, to, signal }, ofPhase());
    });
  const subject = () => span.value && `${view.park}/${span.value.from}/${span.value.to}`;
  const whole = load(subject, () => null);
  const chosen = load(
    () => (phase.value === null ? null : subject() && `${subject()!}/${phase.value}`),
    () => phase.value,
  );
  watch(
    () => view.park,
    () => (phase.value = null),
  );

  return {
    phase,
    whole: whole.data,
    chosen: computed(() => (phase.value === null ? whole.data.value : chosen.data.value)),
    failure: computed(() => whole.failure.value ?? chosen.failure.value),
  };
});
