import { refuse, type Refusal } from '../../domain/refusals.ts';
import type { SurveyRefusal } from '../survey/refusal.ts';

/** Why a file cannot be examined, as the routes say it. */
export function unreadable({ code, at, detail }: SurveyRefusal): Refusal {
  return refuse('import.unreadable', 'import', { why: code, line: at.line, record: at.record, ...detail });
}
