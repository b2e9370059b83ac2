import { defineStore } from 'pinia';
import { readIdleLand, readPipeline } from '../api.ts';
import { loadAnswer } from './load-answer.ts';
import { useMoment } from './moment.ts';
import { useView } from './view.ts';

/** The projects by stage, cluster and officer on the day looked at. */
export const usePipeline = defineStore('pipeline', () => {
  const view = useView();
  const moment = useMoment();
  return loadAnswer(
    () => view.park || null,
    moment.ofDay,
    (signal) => readPipeline({ park: view.park, on: moment.on(), signal }),
  );
});

/** The idle-land clocks on the day looked at. */
export const useIdleLand = defineStore('idle-land', () => {
  const view = useView();
  const moment = useMoment();
  return loadAnswer(
    () => view.park || null,
    moment.ofDay,
    (signal) => readIdleLand({ park: view.park, on: moment.on(), signal }),
  );
});
