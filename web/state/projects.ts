import { defineStore } from 'pinia';
import { computed } from 'vue';
import { readProjects } from '../api.ts';
import { loadAnswer } from './load-answer.ts';
import { useMoment } from './moment.ts';
import { useView } from './view.ts';

/** The projects of the park with their stage and the land they hold on the day. */
export const useProjects = defineStore('projects', () => {
  const view = useView();
  const moment = useMoment();
  const { data, failure, isLoading, reload } = loadAnswer(
    () => view.park || null,
    moment.ofDay,
    (signal) => readProjects({ park: view.park, on: moment.on(), signal }),
  );
  const projects = computed(() => data.value?.projects ?? []);
  return {
    projects,
    seq: computed(() => data.value?.seq ?? 0),
    isLoaded: computed(() => data.value !== null),
    failure,
    isLoading,
    reload,
    byCode: (wanted: string) => projects.value.find((project) => project.code === wanted) ?? null,
  };
});
