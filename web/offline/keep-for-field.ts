import { watch } from 'vue';
import { useLand } from '../state/land.ts';
import { useSession } from '../state/session.ts';
import { useView } from '../state/view.ts';
import type { WorkerMessage } from './worker-message.ts';

/** So many cards are kept before they are opened; a larger park keeps those that were. */
const mostCards = 400;

/** Who records in the field needs the cards of roads and parcels there, also of those never opened on this device. */
export function keepForField(): void {
  const session = useSession();
  const land = useLand();
  const view = useView();
  const asked = new Set<string>();
  watch(
    () => session.isStaff && land.state !== null && view.park,
    async (park) => {
      if (!park || asked.has(park) || !('serviceWorker' in navigator)) return;
      asked.add(park);
      const { active } = await navigator.serviceWorker.ready;
      const message: WorkerMessage = { kind: 'keep', addresses: cardsOf(park) };
      active?.postMessage(message);
    },
    { immediate: true },
  );

  function cardsOf(park: string): string[] {
    const { roads = [], parcels = [] } = land.state ?? {};
    const paths = [...roads.map(({ code }) => `roads/${code}`), ...parcels.map(({ code }) => `parcels/${code}`)];
    const base = `${location.origin}/api/parks/${encodeURIComponent(park)}/`;
    return paths.length > mostCards ? [] : paths.map((path) => base + encodeURI(path));
  }
}
