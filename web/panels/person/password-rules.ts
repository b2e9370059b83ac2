import { shortestPassword } from '../../../domain/access/person.ts';

export interface PasswordWish {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}
export const passwordRules = ['length', 'different', 'same'] as const;
export type PasswordRule = (typeof passwordRules)[number];

/** Which rules a wished password already keeps. */
export function checkPassword({ current, next, again }: PasswordWish): Readonly<Record<PasswordRule, boolean>> {
  return {
    length: next.length >= shortestPassword,
    different: next !== '' && next !== current,
    same: next !== '' && next === again,
  };
}
