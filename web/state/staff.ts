import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { can } from '../../domain/access/can.ts';
import type { CommandName, Role } from '../../domain/access/roles.ts';
import { usePark } from './park.ts';
import { recallText, remember } from './remember.ts';

/** Who sits at this page. Stands for signing in while the server is open to staff. */
export const useStaff = defineStore('staff', () => {
  const park = usePark();
  const entered = ref(recallText('staff'));
  const name = computed(() => (park.answer?.staffOpen === true ? entered.value : null));
  const role = computed<Role>(() => (name.value === null ? 'visitor' : 'staff'));

  function enter(text: string): boolean {
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.length > 40) return false;
    entered.value = trimmed;
    remember('staff', trimmed);
    return true;
  }
  function leave(): void {
    entered.value = null;
    remember('staff', null);
  }
  return {
    name,
    role,
    isOpen: computed(() => park.answer?.staffOpen === true),
    may: (command: CommandName) => can(role.value, command),
    enter,
    leave,
  };
});
