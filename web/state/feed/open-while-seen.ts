import { followFeed, type FeedListener, type Following } from './follow-feed.ts';
import { shareFeed } from './share-feed.ts';

/** A page that nobody looks at gives its connection back after so long where it cannot be shared with other tabs. */
const patienceMs = 30_000;

/**
 * The change feed of a page: shared with the other tabs where the browser lets them agree (secure pages only), else
 * open while the page is seen; awake again at once when a phone wakes up or the network is back.
 */
export function openWhileSeen(address: string, listener: FeedListener): Following {
  const { locks } = navigator as { locks?: LockManager };
  const canShare = locks !== undefined && typeof BroadcastChannel !== 'undefined';
  let known: number | null = null;
  const remembering: FeedListener = {
    onMessage: (message) => {
      if (message.seq !== null) known = Math.max(known ?? 0, message.seq);
      listener.onMessage(message);
    },
    onState: listener.onState,
  };
  const open = () =>
    canShare ? shareFeed(locks, address, known, remembering) : followFeed(address, known, remembering);
  let following: Following | null = open();
  let hiding: ReturnType<typeof setTimeout> | undefined;

  const rest = () => {
    following?.stop();
    following = null;
  };
  const wake = () => {
    clearTimeout(hiding);
    if (following) following.wake();
    else following = open();
  };
  const onVisibility = () => {
    if (document.visibilityState === 'visible') wake();
    else if (!canShare) hiding = setTimeout(rest, patienceMs);
  };
  const onHide = () => rest();
  const onOffline = () => following?.wake(true);
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('pageshow', wake);
  window.addEventListener('pagehide', onHide);
  window.addEventListener('online', wake);
  window.addEventListener('offline', onOffline);
  return {
    wake,
    reopen: () => following?.reopen(),
    stop: () => {
      clearTimeout(hiding);
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pageshow', wake);
      window.removeEventListener('pagehide', onHide);
      window.removeEventListener('online', wake);
      window.removeEventListener('offline', onOffline);
      rest();
    },
  };
}
