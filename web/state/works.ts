import { defineStore } from 'pinia';
import { computed } from 'vue';
import { readWorks } from '../api.ts';
import { loadAnswer } from './load-answer.ts';
import { useMoment } from './moment.ts';
import { useView } from './view.ts';

/** Utilities and buildings with their planned and done days. */
export const useWorks = defineStore('works', () => {
  const view = useView();
  const moment = useMoment();
  const { data, failure, isLoading, reload } = loadAnswer(
    () => view.park || null,
    moment.ofFeed,
    (signal) => readWorks({ park: view.park, signal }),
  );
  const works = computed(() => data.value?.works ?? []);
  return {
    works,
    seq: computed(() => data.value?.seq ?? 0),
    isLoaded: computed(() => data.value !== null),
    failure,
    isLoading,
    reload,
    byCode: (wanted: string) => works.value.find((work) => work.code === wanted) ?? null,
  };
});
