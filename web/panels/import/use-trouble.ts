import { useI18n } from 'vue-i18n';
import { tell } from '../../../domain/survey/words/tell.ts';
import { useReason, type Reasoned } from '../command/use-reason.ts';

/** Why a survey file is refused: the sentence of the survey rules with its place, where they have one. */
export function useTrouble(): (problem: Reasoned) => string {
  const { t, locale } = useI18n();
  const reason = useReason();
  return (problem) => {
    const { why, line, record } = problem.detail;
    if (typeof why !== 'string') return reason(problem);
    const said = tell(why, problem.detail, locale.value === 'en' ? 'en' : 'zh');
    if (said === why) return reason(problem);
    if (typeof line === 'number') return t('import.atLine', { said, line });
    return typeof record === 'number' ? t('import.atRecord', { said, record }) : said;
  };
}
