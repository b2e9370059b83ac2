import { startWorker } from '../start-worker.ts';
import type { SurveyLimits } from './limits.ts';
import type { RefusalCode, SurveyRefusal } from './refusal.ts';
import type { SurveyJob, SurveyOutcome } from './survey-worker.ts';

/**
 * Does one job in a worker of its own, which is thrown away: what a hostile file does to it cannot reach the next. The
 * time, the memory and the abort of the signal end it; each is told as a refusal. Rejects only when no worker starts.
 */
export function runJob(job: SurveyJob, limits: SurveyLimits, signal: AbortSignal | null): Promise<SurveyOutcome> {
  if (signal?.aborted) return Promise.resolve(refused('survey.cancelled'));
  const { seconds, memoryMegabytes } = limits;
  const worker = startWorker('survey-worker', new URL('./survey-worker.ts', import.meta.url), {
    workerData: { job, limits },
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 64 },
  });
  return new Promise((resolve) => {
    const end = (outcome: SurveyOutcome) => {
      clearTimeout(deadline);
      signal?.removeEventListener('abort', cancel);
      resolve(outcome);
      void worker.terminate();
    };
    const cancel = () => end(refused('survey.cancelled'));
    const deadline = setTimeout(() => end(refused('survey.too-slow', { seconds })), seconds * 1000);
    signal?.addEventListener('abort', cancel);
    worker.once('message', (outcome: SurveyOutcome) => end(outcome));
    worker.once('error', (error: Error & { code?: string }) => end(outcomeOfError(error, limits)));
    worker.once('exit', (code) => end(refused('survey.reader-failed', { message: `it ended with code ${code}` })));
  });
}

/** What ended a worker, as a refusal. */
export function outcomeOfError(
  { code, message }: { code?: string; message: string },
  limits: SurveyLimits,
): Extract<SurveyOutcome, { kind: 'refused' }> {
  const isMemory =
    code === 'ERR_WORKER_OUT_OF_MEMORY' || /allocation failed|Invalid (array|string) length/i.test(message);
  if (isMemory) return refused('survey.too-much-memory', { megabytes: limits.memoryMegabytes });
  return refused('survey.reader-failed', { message: message.slice(0, 200) });
}

function refused(code: RefusalCode, detail: SurveyRefusal['detail'] = {}): Extract<SurveyOutcome, { kind: 'refused' }> {
  return { kind: 'refused', refusal: { code, detail, at: { line: null, record: null } } };
}
