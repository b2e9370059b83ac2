export interface FeedMessage {
  readonly event: 'hello' | 'change' | 'presence' | 'beat' | 'session';
  readonly data: object;
  /** The event of the log up to which whoever has read this has read everything. */
  readonly seq?: number;
}

/** An event of 2,000 parcels is written down once, not once for every follower. */
const texts = new WeakMap<object, string>();

/** A message of the change feed as text/event-stream. */
export function feedText({ event, data, seq }: FeedMessage): string {
  const id = seq === undefined ? '' : `id: ${seq}\n`;
  return `event: ${event}\ndata: ${jsonOf(data)}\n${id}\n`;
}

function jsonOf(data: object): string {
  const text = texts.get(data) ?? JSON.stringify(data);
  texts.set(data, text);
  return text;
}

/** Some gateways hold back the first bytes of an answer until there are enough of them. */
export const feedOpening = `:${' '.repeat(2_048)}\nretry: 2000\n\n`;
