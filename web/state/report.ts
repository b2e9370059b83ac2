import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import type { ReportDocument, ReportFigure } from '../../domain/report/document.ts';
import { readReport } from '../api.ts';
import { loadAnswer } from './load-answer.ts';
import { useMoment } from './moment.ts';
import { useView } from './view.ts';

/** The report on the day looked at, and the figure of it that is opened. */
export const useReport = defineStore('report', () => {
  const view = useView();
  const moment = useMoment();
  const kind = ref<ReportDocument['kind']>('yearly');
  const openedId = ref<string | null>(null);
  const { data, failure, isLoading } = loadAnswer(
    () => (view.park ? `${view.park}/${kind.value}` : null),
    moment.ofDay,
    (signal) => readReport({ park: view.park, on: moment.on(), signal }, kind.value),
  );
  const figures = computed(() => new Map(data.value?.figures.map((figure) => [figure.id, figure]) ?? []));
  const opened = computed<ReportFigure | null>(() => figures.value.get(openedId.value ?? '') ?? null);
  watch([() => view.park, kind], () => (openedId.value = null));
  return {
    kind,
    answer: data,
    failure,
    isLoading,
    figures,
    opened,
    open: (id: string | null) => (openedId.value = id),
    choose: (chosen: ReportDocument['kind']) => (kind.value = chosen),
  };
});
