import { readMessages, type FeedMessage } from '../../web/state/feed/read-messages.ts';

export interface Heard {
  readonly event: string;
  readonly id: number | null;
  readonly data: { readonly seq: number } & Readonly<Record<string, unknown>>;
}

/** A follower of a change feed: `next(count)` waits for that many messages, `until` for one of a kind. */
export function followAnswer(answer: Response) {
  const reader = answer.body!.getReader();
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
  const messages = readMessages(body);
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
    // Not through `body`: a message nobody reads any more would keep it waiting.
    stop: () => reader.cancel(),
  };
}
