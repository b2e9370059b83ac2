import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { activeRoles, can as rolesCan, mayUndo } from '../../domain/access/can.ts';
import type { Person } from '../../domain/access/person.ts';
import { roles as allRoles, type Act, type CommandName } from '../../domain/access/roles.ts';
import { closeSession, onSessionEnded, openSession, readSession } from '../api.ts';
import { Problem } from '../problem.ts';
import { recallText, remember } from './remember.ts';

/** Who sits at this page. Without the server it is who sat here last. */
export const useSession = defineStore('session', () => {
  const person = shallowRef<Person | null>(recallPerson());
  const isKnown = ref(false);
  const hasEnded = ref(false);
  const failure = shallowRef<Problem | null>(null);
  const roles = computed(() => activeRoles(person.value));
  let asking: Promise<void> | null = null;

  function sit(now: Person | null): void {
    person.value = now;
    isKnown.value = true;
    remember('person', now === null ? null : JSON.stringify(now));
  }
  /** Asks the server who sits here; callers at the same time share one question. `failure` says why it is not known. */
  function refresh(): Promise<void> {
    asking ??= ask().finally(() => (asking = null));
    return asking;
  }
  async function ask(): Promise<void> {
    try {
      const answer = await readSession();
      if (isKnown.value && person.value !== null && answer.person === null) hasEnded.value = true;
      sit(answer.person);
      failure.value = null;
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      failure.value = cause;
    }
  }
  onSessionEnded(() => {
    if (person.value !== null) void refresh();
  });

  return {
    person,
    /** Whether the server has answered yet who sits here. */
    isKnown,
    /** Whether somebody was signed in here and no longer is, without having asked for it. */
    hasEnded,
    forgetEnd: () => {
      hasEnded.value = false;
    },
    failure,
    roles,
    isStaff: computed(() => rolesCan(roles.value, 'read-history')),
    can: (act: Act) => rolesCan(roles.value, act),
    mayUndo: (command: CommandName) => mayUndo(roles.value, command),
    refresh,
    /** Throws a Problem when it is refused. */
    signIn: async (credentials: { username: string; password: string; remember: boolean }) => {
      sit((await openSession(credentials)).person);
      hasEnded.value = false;
    },
    signOut: async () => {
      await closeSession();
      sit(null);
    },
  };
});

function recallPerson(): Person | null {
  try {
    const stored: unknown = JSON.parse(recallText('person') ?? 'null');
    return isPerson(stored) ? stored : null;
  } catch {
    return null;
  }
}

function isPerson(value: unknown): value is Person {
  if (typeof value !== 'object' || value === null) return false;
  const { id, username, name, roles, mustChangePassword } = value as Record<string, unknown>;
  const isNamed = [id, username, name].every((text) => typeof text === 'string');
  const isRoles = Array.isArray(roles) && roles.every((role) => allRoles.some((known) => known === role));
  return isNamed && isRoles && typeof mustChangePassword === 'boolean';
}
