import { createI18n } from 'vue-i18n';
import type { Locale } from './state/address.ts';

type Messages = Record<string, Record<string, unknown>>;

const files: Record<Locale, Messages> = {
  'zh-CN': import.meta.glob<Record<string, unknown>>('./messages/zh-CN/*.ts', { eager: true, import: 'default' }),
  en: import.meta.glob<Record<string, unknown>>('./messages/en/*.ts', { eager: true, import: 'default' }),
};

/** One message file per noun: messages/en/parcel.ts holds everything under `parcel`. */
export function messagesOf(locale: Locale): Messages {
  return Object.fromEntries(
    Object.entries(files[locale]).map(([path, messages]) => [path.replace(/^.*\/|\.ts$/g, ''), messages]),
  );
}

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: false,
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
  messages: { 'zh-CN': messagesOf('zh-CN'), en: messagesOf('en') },
});
