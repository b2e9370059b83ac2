/** Windows of this browser tell each other that the outbox has changed; without channels each looks when it is shown. */
export function hearOthers(changed: () => void): { tell: () => void; leave: () => void } {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, leave: () => undefined };
  const channel = new BroadcastChannel('yuantu-outbox');
  channel.addEventListener('message', changed);
  return { tell: () => channel.postMessage('changed'), leave: () => channel.close() };
}
