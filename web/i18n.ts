import { createI18n } from 'vue-i18n';
import chinese from './messages/zh-CN.ts';
import type { Locale } from './state/address.ts';

export type Messages = Record<string, Record<string, unknown>>;

/** Chinese comes with the page, another language when it is first spoken. */
const readers: Readonly<Record<Locale, () => Promise<Messages>>> = {
  'zh-CN': () => Promise.resolve(chinese),
  en: async () => (await import('./messages/en.ts')).default,
};

export const readMessages = (locale: Locale): Promise<Messages> => readers[locale]();

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: false,
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
  messages: { 'zh-CN': chinese } as Partial<Record<Locale, Messages>>,
});

let wanted: Locale = 'zh-CN';

/** Speaks a language once its words are there; until then, and when they cannot be had, the page keeps the last one. */
export async function speak(locale: Locale): Promise<void> {
  wanted = locale;
  const messages = await readMessages(locale).catch(() => null);
  if (messages === null || wanted !== locale) return;
  i18n.global.setLocaleMessage(locale, messages);
  i18n.global.locale.value = locale;
}
