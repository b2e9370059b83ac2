import { ref, shallowRef } from 'vue';
import type { CommandAnswer } from '../../answers.ts';
import { giveCommand, readPark } from '../../api.ts';
import { newId } from '../../new-id.ts';
import { Problem } from '../../problem.ts';
import type { OutboxEntry } from '../../state/outbox/entry.ts';

/** What an order that came back would do on what is true now; `basedOn` is what its person has then seen. */
export function useReview(entry: () => OutboxEntry) {
  const seen = shallowRef<{ answer: CommandAnswer; basedOn: number } | null>(null);
  const refusal = shallowRef<Problem | null>(null);
  const isLooking = ref(false);

  async function look(): Promise<void> {
    const { park, command, input, reason, personId: person } = entry();
    isLooking.value = true;
    seen.value = refusal.value = null;
    try {
      const signal = AbortSignal.timeout(20_000);
      const { seq: basedOn } = await readPark({ park, signal });
      const order = { park, person, id: newId(), basedOn, input, reason, preview: true, signal };
      seen.value = { answer: await giveCommand(command, order), basedOn };
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      refusal.value = cause;
    } finally {
      isLooking.value = false;
    }
  }
  return { seen, refusal, isLooking, look };
}
