import { setImmediate } from 'node:timers/promises';

/** Runs steps to their end and lets others have their turn between them. */
export async function goThrough<Step, Result>(steps: Generator<Step, Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
