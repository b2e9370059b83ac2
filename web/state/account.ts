import { defineStore } from 'pinia';
import { computed } from 'vue';
import { readAccount } from '../api.ts';
import type { AccountFigure } from '../answers.ts';
import { loadAnswer } from './load-answer.ts';
import { useMoment } from './moment.ts';
import { useView } from './view.ts';

/** The land account on the day looked at, and the figure of it that is opened. */
export const useAccount = defineStore('account', () => {
  const view = useView();
  const moment = useMoment();
  const { data, failure, isLoading } = loadAnswer(
    () => view.park || null,
    moment.ofDay,
    (signal) => readAccount({ park: view.park, on: moment.on(), signal }),
  );
  const opened = computed<AccountFigure | null>(() => {
    const figure = view.figure;
    if (!figure) return null;
    return data.value?.rows.find((row) => row.phase === figure.phase)?.figures[figure.column] ?? null;
  });
  return { answer: data, failure, isLoading, opened };
});
