/**
 * Control characters (but not tab and line feed), line separators, and the marks that turn the direction of writing
 * until further notice: with them a stored name can look like another. Half a surrogate pair cannot be stored at all.
 */
const forbidden = /(?![\t\n])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u;

/** The first character of a text that may not be stored, as U+202E, or null. */
export function forbiddenCharacter(text: string): string | null {
  const found = forbidden.exec(text)?.[0];
  return found === undefined ? null : `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
