import type { SurveyFile } from '../../domain/survey/survey-file.ts';
import { surveyLimits, type SurveyLimits } from './limits.ts';
import { unpackSurvey } from './packed-survey.ts';
import type { ReadOptions } from './read-bytes.ts';
import type { SurveyRefusal } from './refusal.ts';
import { runJob } from './run-job.ts';
import { takeTurn } from './take-turn.ts';

export interface Circumstances {
  readonly signal?: AbortSignal;
  readonly limits?: Partial<SurveyLimits>;
}

/** Reads a survey file of any format off the event loop; a file that cannot be used is a refusal. The bytes are copied. */
export async function readAnySurvey(
  bytes: Uint8Array,
  options: Partial<ReadOptions> = {},
  { signal, limits }: Circumstances = {},
): Promise<{ readonly file: SurveyFile } | { readonly refusal: SurveyRefusal }> {
  const all = { ...surveyLimits, ...limits };
  if (bytes.length > all.fileBytes) {
    const detail = { bytes: bytes.length, most: all.fileBytes };
    return { refusal: { code: 'survey.file-too-large', detail, at: { line: null, record: null } } };
  }
  const asked: ReadOptions = { name: '', encoding: null, member: null, as: null, ...options };
  const outcome = await takeTurn(() => runJob({ kind: 'read', bytes, options: asked }, all, signal ?? null));
  if (outcome.kind === 'written') throw new Error('a survey was to be read and was written');
  return outcome.kind === 'read' ? { file: unpackSurvey(outcome.survey) } : { refusal: outcome.refusal };
}
