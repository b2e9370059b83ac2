import { z } from 'zod';
import { givenRoles, type Role } from './roles.ts';

/** Letters of any script without control characters or marks that turn the direction of writing. */
const plainLine = /^[^\p{C}\p{Zl}\p{Zp}]*$/u;

export const personNameSchema = z.string().trim().normalize('NFC').min(1).max(60).regex(plainLine);

/** How a person signs in: letters of any script, digits, dot, dash; the case does not matter. */
export const usernameSchema = z
  .string()
  .trim()
  .normalize('NFKC')
  .toLowerCase()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u);

export const shortestPassword = 10;
export const longestPassword = 128;
export const passwordSchema = z.string().min(shortestPassword).max(longestPassword);

export const rolesSchema = z.array(z.enum(givenRoles)).min(1).max(givenRoles.length);

/** Who asks. A person whose password must be changed has no roles until it is. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly mustChangePassword: boolean;
}
