import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { useSession } from './session.ts';

export type DoorDialog = 'sign-in' | 'account' | 'first-password';

/** Which dialog about the person at this page is open. It outlives the menu it was opened from. */
export const useDoor = defineStore('door', () => {
  const session = useSession();
  const asked = ref<'sign-in' | 'account' | null>(null);
  const username = ref('');
  /** A password that others know has to be changed before anything else. */
  const shown = computed<DoorDialog | null>(() =>
    session.person?.mustChangePassword ? 'first-password' : asked.value,
  );
  watch(
    () => session.person,
    (person) => {
      if (person !== null) username.value = person.username;
      if (asked.value === (person === null ? 'account' : 'sign-in')) asked.value = null;
    },
    { immediate: true, flush: 'sync' },
  );
  return {
    shown,
    /** Who was signed in here last, since the page was opened. */
    username,
    open: (dialog: 'sign-in' | 'account') => {
      asked.value = dialog;
    },
    close: () => {
      asked.value = null;
    },
    forget: () => {
      asked.value = null;
      username.value = '';
    },
  };
});
