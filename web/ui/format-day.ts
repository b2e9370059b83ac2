/** A day in words: 2007年11月30日, or 30 November 2007. */
export function formatDay(day: string, locale: string): string {
  const language = locale === 'en' ? 'en-GB' : locale;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
