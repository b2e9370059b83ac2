import { effectScope, nextTick, ref } from 'vue';
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../../web/problem.ts';
import { loadAnswer } from '../../web/state/load-answer.ts';

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (cause: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}
const settle = async () => {
  await nextTick();
  await new Promise((done) => setTimeout(done, 5));
};

describe('loadAnswer', () => {
  it('shows the latest question, whatever order the answers come in', async () => {
    const moment = ref('a');
    const asked: ReturnType<typeof deferred<string>>[] = [];
    const scope = effectScope();
    const loaded = scope.run(() =>
      loadAnswer(
        () => 'park',
        () => moment.value,
        () => (asked.push(deferred<string>()), asked.at(-1)!.promise),
      ),
    )!;
    moment.value = 'b';
    await nextTick();
    asked[1]!.resolve('second');
    asked[0]!.resolve('first');
    await settle();
    expect(loaded.data.value).toBe('second');
    expect(loaded.isLoading.value).toBe(false);
    scope.stop();
  });

  it('keeps the answer while another day is asked, forgets it with another subject', async () => {
    const subject = ref<string | null>('A-01');
    const moment = ref('1');
    const scope = effectScope();
    const loaded = scope.run(() =>
      loadAnswer(
        () => subject.value,
        () => moment.value,
        async () => {
          const answer = `${subject.value}/${moment.value}`;
          await new Promise((done) => setTimeout(done, 0));
          return answer;
        },
      ),
    )!;
    await settle();
    moment.value = '2';
    await nextTick();
    expect(loaded.data.value).toBe('A-01/1');
    await settle();
    expect(loaded.data.value).toBe('A-01/2');
    subject.value = null;
    await nextTick();
    expect(loaded.data.value).toBeNull();
    scope.stop();
  });

  it('keeps the last answer when the server goes, and recovers', async () => {
    let isGone = false;
    const scope = effectScope();
    const loaded = scope.run(() =>
      loadAnswer(
        () => 'park',
        () => '',
        () => (isGone ? Promise.reject(new Problem('http.unreachable', 0)) : Promise.resolve(1)),
      ),
    )!;
    await settle();
    isGone = true;
    await loaded.reload();
    expect(loaded.data.value).toBe(1);
    expect(loaded.failure.value?.code).toBe('http.unreachable');
    isGone = false;
    await loaded.reload();
    expect(loaded.failure.value).toBeNull();
    scope.stop();
  });

  it('asks again until the server is there, and no longer, where nothing else would', async () => {
    vi.useFakeTimers();
    const starting = new Problem('server.starting', 503);
    starting.retryAfterSeconds = 2;
    const answers = [starting, new Problem('http.unreachable', 0), 'parks'];
    let asked = 0;
    const scope = effectScope();
    const loaded = scope.run(() =>
      loadAnswer(
        () => 'parks',
        () => '',
        async () => {
          const answer = answers[(asked += 1) - 1];
          if (answer instanceof Problem) throw answer;
          return answer;
        },
        { isPatient: true },
      ),
    )!;
    await vi.advanceTimersByTimeAsync(1_999);
    expect([asked, loaded.failure.value]).toEqual([1, starting]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toBe(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([asked, loaded.data.value, loaded.failure.value]).toEqual([3, 'parks', null]);
    scope.stop();
    vi.useRealTimers();
  });
});
