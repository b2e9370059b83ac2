import { useI18n } from 'vue-i18n';
import { formatChainage } from '../../../domain/road/chainage.ts';
import type { RefusalDetail } from '../../../domain/refusals.ts';

export interface Reasoned {
  readonly code: string;
  readonly detail: RefusalDetail;
}

/** A refusal or problem in words of the reader's language. */
export function useReason(): (reasoned: Reasoned) => string {
  const { t, te } = useI18n();

  function word(name: string, value: string | number | null): string {
    if (value === null) return t('app.none');
    if (typeof value === 'number') return name.endsWith('Metres') ? formatChainage(value) : String(value);
    if (name === 'missing')
      return value
        .split(' ')
        .map((gate) => t(`parcel.gate.${gate}`))
        .join(t('command.comma'));
    if ((name === 'gate' || name === 'other') && te(`parcel.gate.${value}`)) return t(`parcel.gate.${value}`);
    if ((name === 'kind' || name === 'live') && te(`project.claim.${value}`)) return t(`project.claim.${value}`);
    return value.replace(/^[a-z]+:/, '');
  }

  return ({ code, detail }) => {
    const words = Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, word(name, value)]));
    return te(`refusal.${code}`) ? t(`refusal.${code}`, words) : t('refusal.other', { code });
  };
}
