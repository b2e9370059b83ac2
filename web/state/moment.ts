import { useFeed } from './feed.ts';
import { useView } from './view.ts';

/** What an answer depends on besides its subject: the day asked, the turn of the feed, the retry count. */
export function useMoment(): { ofDay: () => string; ofFeed: () => string; on: () => string | undefined } {
  const view = useView();
  const feed = useFeed();
  const ofFeed = () => `${feed.turn}/${feed.attempt}`;
  return {
    ofFeed,
    ofDay: () => `${view.on ?? ''}/${ofFeed()}`,
    on: () => view.on ?? undefined,
  };
}
