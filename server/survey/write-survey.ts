import { surveyLimits } from './limits.ts';
import type { Circumstances } from './read-any-survey.ts';
import type { SurveyRefusal } from './refusal.ts';
import { runJob } from './run-job.ts';
import { takeTurn } from './take-turn.ts';
import type { WriteOptions, WrittenFile, WrittenFormat, WrittenLand } from './written-land.ts';

/** Writes land to a file off the event loop; what the format or the encoding cannot hold is a refusal. */
export async function writeSurvey(
  land: WrittenLand,
  format: WrittenFormat,
  options: WriteOptions,
  { signal, limits }: Circumstances = {},
): Promise<{ readonly file: WrittenFile } | { readonly refusal: SurveyRefusal }> {
  const job = { kind: 'write', land, format, options } as const;
  const outcome = await takeTurn(() => runJob(job, { ...surveyLimits, ...limits }, signal ?? null));
  if (outcome.kind === 'read') throw new Error('a survey was to be written and was read');
  return outcome.kind === 'written' ? { file: outcome.file } : { refusal: outcome.refusal };
}
