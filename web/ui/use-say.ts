import { useI18n } from 'vue-i18n';

/** Chooses between the two languages in which data is kept; the Chinese text stands in where English is missing. */
export function useSay(): { say: (zh: string, en: string | null | undefined) => string } {
  const { locale } = useI18n();
  return { say: (zh, en) => (locale.value === 'en' && en ? en : zh) };
}
