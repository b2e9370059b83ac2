export interface FeedMessage {
  readonly event: string;
  /** The event of the log up to which everything was sent; null when the message does not say. */
  readonly seq: number | null;
  readonly data: unknown;
}

/** Reads the messages of a text/event-stream as they come. */
export async function* readMessages(body: ReadableStream<Uint8Array>): AsyncGenerator<FeedMessage> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const message = readMessage(block);
        if (message) yield message;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function readMessage(block: string): FeedMessage | null {
  const fields = new Map<string, string>();
  for (const line of block.split('\n')) {
    const [, name, value] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
    if (name !== undefined) fields.set(name, value ?? '');
  }
  const data = fields.get('data');
  if (data === undefined) return null;
  const id = fields.get('id');
  return { event: fields.get('event') ?? 'message', seq: id === undefined ? null : Number(id), data: JSON.parse(data) };
}
