import { readActors } from '../api/history.ts';
import { loadAnswer } from './load-answer.ts';
import { useMoment } from './moment.ts';
import { useSession } from './session.ts';
import { useView } from './view.ts';

/** Everybody who ever recorded anything, for staff. */
export function useActors() {
  const view = useView();
  const session = useSession();
  const moment = useMoment();
  return loadAnswer(
    () => (session.isStaff && view.park !== '' ? view.park : null),
    moment.ofFeed,
    (signal) => readActors({ park: view.park, signal }),
  );
}
