export interface FeedMessage {
  readonly event: 'hello' | 'change' | 'presence' | 'beat' | 'session';
  readonly data: unknown;
  /** The event of the log up to which whoever has read this has read everything. */
  readonly seq?: number;
}

/** A message of the change feed as text/event-stream. */
export function feedText({ event, data, seq }: FeedMessage): string {
  const id = seq === undefined ? '' : `id: ${seq}\n`;
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n${id}\n`;
}

/** Some gateways hold back the first bytes of an answer until there are enough of them. */
export const feedOpening = `:${' '.repeat(2_048)}\nretry: 2000\n\n`;
