import { defineStore } from 'pinia';
import type { Colleague } from '../api/presence.ts';
import { useFeed } from './feed.ts';
import { useSession } from './session.ts';

/** Colleagues at the same things, as the feed tells staff. */
export const usePresence = defineStore('presence', () => {
  const feed = useFeed();
  const session = useSession();

  /** Who else is at one of these things, each person once; who records stands before who looks. */
  function others(...subjects: readonly string[]): Colleague[] {
    const wanted = new Set(subjects);
    const found = new Map<string, Colleague>();
    for (const colleague of feed.colleagues) {
      if (colleague.personId === session.person?.id || !wanted.has(colleague.subject)) continue;
      const known = found.get(colleague.personId);
      if (!known || (known.doing === 'looking' && colleague.doing === 'recording'))
        found.set(colleague.personId, colleague);
    }
    const rank = ({ doing }: Colleague) => (doing === 'recording' ? 0 : 1);
    return [...found.values()].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'zh-CN'));
  }
  return { others };
});
