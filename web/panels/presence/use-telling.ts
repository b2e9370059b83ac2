import { computed, onBeforeUnmount, onMounted, watch } from 'vue';
import { tellPresence, tellPresenceLeaving, type Sighting } from '../../api/presence.ts';
import { newId } from '../../new-id.ts';
import { Problem } from '../../problem.ts';
import { useTask } from '../../state/task.ts';
import { useView } from '../../state/view.ts';
import { taskSubjects } from './task-subjects.ts';

const beatMs = 15_000;
/** Whoever clicks through parcels is not at each of them. */
const settleMs = 300;
const mostSubjects = 60;

/** Tells the server what the person at this page looks at or records, as long as the page is seen. */
export function useTelling(): void {
  const task = useTask();
  const view = useView();
  const client = newId();
  const sighting = computed<Sighting>(() => {
    const recorded = task.current ? taskSubjects(task.current, task.picked) : [];
    const { selection } = view;
    const looked = selection && selection.kind !== 'spot' ? [`${selection.kind}:${selection.code}`] : [];
    const [subject = null, ...also] = recorded.length > 0 ? recorded : looked;
    return { client, subject, also: also.slice(0, mostSubjects), doing: recorded.length > 0 ? 'recording' : 'looking' };
  });
  /** The park where something was told that has to be taken back. */
  let toldIn: string | null = null;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let beating: ReturnType<typeof setInterval> | undefined;

  async function tell(): Promise<void> {
    if (document.visibilityState !== 'visible' || view.park === '') return;
    if (sighting.value.subject === null && toldIn === null) return;
    toldIn = sighting.value.subject === null ? null : view.park;
    try {
      await tellPresence(view.park, sighting.value);
    } catch (cause) {
      // Colleagues see the person a little later; nothing else depends on it.
      if (!(cause instanceof Problem)) throw cause;
    }
  }
  function leave(): void {
    clearTimeout(settling);
    if (toldIn !== null) tellPresenceLeaving(toldIn, { client, subject: null, also: [], doing: 'looking' });
    toldIn = null;
  }
  const onVisibility = () => (document.visibilityState === 'visible' ? void tell() : leave());

  watch(
    () => JSON.stringify(sighting.value),
    () => {
      clearTimeout(settling);
      settling = setTimeout(() => void tell(), settleMs);
    },
    { immediate: true },
  );
  watch(() => view.park, leave);
  onMounted(() => {
    beating = setInterval(() => void tell(), beatMs);
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', leave);
  });
  onBeforeUnmount(() => {
    clearInterval(beating);
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('pagehide', leave);
    leave();
  });
}
