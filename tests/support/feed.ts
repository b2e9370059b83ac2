import { readMessages, type FeedMessage } from '../../web/state/feed/read-messages.ts';

export interface Heard {
  readonly event: string;
  readonly id: number | null;
  readonly data: { readonly seq: number } & Readonly<Record<string, unknown>>;
}

/** A follower of a change feed: `next(count)` waits for that many messages, `until` for one of a kind. */
export function followAnswer(answer: Response) {
  const ending = new AbortController();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const piping = answer.body!.pipeTo(writable, { signal: ending.signal }).catch(() => undefined);
  const messages = readMessages(readable);
  const one = async (): Promise<Heard | null> => {
    const { value } = (await messages.next()) as IteratorResult<FeedMessage, undefined>;
    return value === undefined ? null : { event: value.event, id: value.seq, data: value.data as Heard['data'] };
  };
  return {
    answer,
    next: async (count: number) => {
      const heard: Heard[] = [];
      while (heard.length < count) {
        const message = await one();
        if (!message) break;
        heard.push(message);
      }
      return heard;
    },
    until: async (event: string) => {
      for (let message = await one(); message; message = await one()) if (message.event === event) return message;
      return null;
    },
    stop: async () => {
      ending.abort();
      await piping;
    },
  };
}
