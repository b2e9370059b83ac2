interface Shared<Answer> {
  readonly answer: Promise<Answer>;
  readonly stopping: AbortController;
  waiting: number;
}

/** Answers that are being worked out: once for all who ask the same, and no longer than somebody waits. */
export class SharedAnswers<Answer> {
  readonly #running = new Map<string, Shared<Answer>>();

  async of(
    key: string,
    signal: AbortSignal | undefined,
    work: (stopping: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    const shared = this.#running.get(key) ?? this.#start(key, work);
    shared.waiting += 1;
    const leave = () => {
      shared.waiting -= 1;
      if (shared.waiting > 0) return;
      this.#forget(key, shared);
      shared.stopping.abort();
    };
    if (signal?.aborted) leave();
    else signal?.addEventListener('abort', leave, { once: true });
    try {
      return await shared.answer;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  #start(key: string, work: (stopping: AbortSignal) => Promise<Answer>): Shared<Answer> {
    const stopping = new AbortController();
    const shared = { answer: work(stopping.signal), stopping, waiting: 0 };
    this.#running.set(key, shared);
    const done = () => this.#forget(key, shared);
    shared.answer.then(done, done);
    return shared;
  }

  #forget(key: string, shared: Shared<Answer>): void {
    if (this.#running.get(key) === shared) this.#running.delete(key);
  }
}
