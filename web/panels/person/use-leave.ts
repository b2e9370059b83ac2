import { nextTick, ref, shallowRef } from 'vue';
import { Problem } from '../../problem.ts';
import { useDoor } from '../../state/door.ts';
import { recallText } from '../../state/remember.ts';
import { useSession } from '../../state/session.ts';
import { focusDoor } from './focus-door.ts';
import { forgetAnswers } from './forget-answers.ts';

/** Signing out. While records wait to be sent, `waiting` is how many, and it is done only by who is sure. */
export function useLeave() {
  const session = useSession();
  const door = useDoor();
  const isLeaving = ref(false);
  const waiting = ref(0);
  const problem = shallowRef<Problem | null>(null);

  async function leave(isSure: boolean): Promise<void> {
    if (isLeaving.value) return;
    isLeaving.value = true;
    problem.value = null;
    try {
      waiting.value = isSure ? 0 : await countWaiting();
      if (waiting.value > 0) return;
      await session.signOut();
      await forgetAnswers();
      door.forget();
      await nextTick();
      focusDoor();
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      problem.value = cause;
    } finally {
      isLeaving.value = false;
    }
  }
  function stay(): void {
    waiting.value = 0;
  }
  return { leave, stay, isLeaving, waiting, problem };
}

async function countWaiting(): Promise<number> {
  if (recallText('outbox') === null) return 0;
  const { useOutbox } = await import('../../state/outbox.ts');
  return useOutbox().waiting;
}
