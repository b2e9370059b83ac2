import { parentPort, workerData } from 'node:worker_threads';
import type { SurveyLimits } from './limits.ts';
import { memoryOf } from './packed-land.ts';
import { packSurvey, type PackedSurvey } from './packed-survey.ts';
import { readBytes, type ReadOptions } from './read-bytes.ts';
import { Refused, type SurveyRefusal } from './refusal.ts';
import { writeBytes } from './write-bytes.ts';
import type { WriteOptions, WrittenFile, WrittenFormat, WrittenLand } from './written-land.ts';

/** What a worker is started for; it does this one thing and ends. */
export type SurveyJob =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly options: ReadOptions }
  | {
      readonly kind: 'write';
      readonly land: WrittenLand;
      readonly format: WrittenFormat;
      readonly options: WriteOptions;
    };
export type SurveyOutcome =
  | { readonly kind: 'read'; readonly survey: PackedSurvey }
  | { readonly kind: 'written'; readonly file: WrittenFile }
  | { readonly kind: 'refused'; readonly refusal: SurveyRefusal };

const port = parentPort;
if (!port) throw new Error('this file runs as a worker thread');

const { job, limits } = workerData as { job: SurveyJob; limits: SurveyLimits };
try {
  const outcome = await outcomeOf(job);
  port.postMessage(outcome, outcome.kind === 'read' ? memoryOf(outcome.survey.land) : []);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  port.postMessage({ kind: 'refused', refusal: error.refusal } satisfies SurveyOutcome);
}

async function outcomeOf(asked: SurveyJob): Promise<SurveyOutcome> {
  if (asked.kind === 'read') {
    return { kind: 'read', survey: packSurvey(await readBytes(asked.bytes, asked.options, limits)) };
  }
  return { kind: 'written', file: await writeBytes(asked.land, asked.format, asked.options, limits) };
}
