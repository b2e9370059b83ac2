import { readSpot as askSpot } from '../api/history.ts';
import { readSpot } from './address.ts';
import { loadAnswer } from './load-answer.ts';
import { useMoment } from './moment.ts';
import { useSession } from './session.ts';
import { useView } from './view.ts';

/** Everything that is, was or is planned at a point (`lon,lat`), for staff. */
export function useSpot(code: () => string) {
  const view = useView();
  const session = useSession();
  const moment = useMoment();
  return loadAnswer(
    () => (session.isStaff && view.park !== '' && readSpot(code()) ? `${view.park}/${code()}` : null),
    moment.ofFeed,
    (signal) => {
      const [lon, lat] = readSpot(code()) ?? [0, 0];
      return askSpot({ park: view.park, signal }, lon, lat);
    },
  );
}
