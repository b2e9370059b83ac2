/** What the page tells its service worker. */
export type WorkerMessage =
  { readonly kind: 'take-over' } | { readonly kind: 'keep'; readonly addresses: readonly string[] };
