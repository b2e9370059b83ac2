import type { Ref } from 'vue';
import type { Objection } from '../../operations/use-command.ts';
import { useReason } from './use-reason.ts';

/** The objection to one field in words, or null. */
export function useObjection(objection: Ref<Objection | null>): (...fields: string[]) => string | null {
  const reason = useReason();
  return (...fields) => {
    const now = objection.value;
    return now && !now.isStale && now.field !== null && fields.includes(now.field) ? reason(now) : null;
  };
}
