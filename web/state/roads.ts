import { defineStore } from 'pinia';
import { computed } from 'vue';
import { readRoad, readRoads } from '../api.ts';
import { loadAnswer } from './load-answer.ts';
import { useMoment } from './moment.ts';
import { useView } from './view.ts';

/** The roads with their progress, and the road whose card is open. */
export const useRoads = defineStore('roads', () => {
  const view = useView();
  const moment = useMoment();
  const list = loadAnswer(
    () => view.park || null,
    moment.ofDay,
    (signal) => readRoads({ park: view.park, on: moment.on(), signal }),
  );
  const code = () => (view.selection?.kind === 'road' ? view.selection.code : '');
  const open = loadAnswer(
    () => (code() === '' ? null : `${view.park}/${code()}`),
    moment.ofDay,
    (signal) => readRoad({ park: view.park, on: moment.on(), signal }, code()),
  );
  const roads = computed(() => list.data.value?.roads ?? []);
  return {
    roads,
    failure: list.failure,
    isLoading: list.isLoading,
    open: open.data,
    openFailure: open.failure,
    reloadOpen: open.reload,
    byCode: (wanted: string) => roads.value.find((road) => road.code === wanted) ?? null,
  };
});
