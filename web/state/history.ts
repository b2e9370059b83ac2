import { readHistory } from '../api.ts';
import type { EventAnswer } from '../answers.ts';
import { loadAnswer, type Loaded } from './load-answer.ts';
import { useMoment } from './moment.ts';
import { useView } from './view.ts';

/** What happened to one subject (`parcel:A-01`), or lately to the whole park when null; newest first. */
export function useHistory(subject: () => string | null): Loaded<{ events: readonly EventAnswer[] }> {
  const view = useView();
  const moment = useMoment();
  return loadAnswer(
    () => (view.park === '' ? null : `${view.park}/${subject() ?? ''}`),
    moment.ofFeed,
    (signal) => readHistory({ park: view.park, signal }, subject()),
  );
}
