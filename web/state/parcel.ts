import { defineStore } from 'pinia';
import { readParcel } from '../api.ts';
import { loadAnswer } from './load-answer.ts';
import { useMoment } from './moment.ts';
import { useView } from './view.ts';

/** The parcel whose card is open. */
export const useParcel = defineStore('parcel', () => {
  const view = useView();
  const moment = useMoment();
  const code = () => (view.selection?.kind === 'parcel' ? view.selection.code : '');
  return loadAnswer(
    () => (code() === '' ? null : `${view.park}/${code()}`),
    moment.ofDay,
    (signal) => readParcel({ park: view.park, on: moment.on(), signal }, code()),
  );
});
