import { useI18n } from 'vue-i18n';
import { usePark } from '../../state/park.ts';
import { useSay } from '../../ui/use-say.ts';

/** The name of a phase; null is the whole park. */
export function usePhaseName(): (code: string | null) => string {
  const park = usePark();
  const { t } = useI18n();
  const { say } = useSay();
  return (code) => {
    if (code === null) return t('account.whole');
    const phase = park.phase(code);
    return phase ? say(phase.name, phase.nameEn) : code;
  };
}
