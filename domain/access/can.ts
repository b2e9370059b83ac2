import type { Person } from './person.ts';
import { may, type Act, type CommandName, type Role } from './roles.ts';

/** Whether somebody with these roles may do `act`. Asked by the server before every act and by the page for every button. */
export function can(roles: readonly Role[], act: Act): boolean {
  return roles.some((role) => may[act].includes(role));
}

/** Whether somebody may take back an event of `command`: only who may give that command. */
export function mayUndo(roles: readonly Role[], command: CommandName): boolean {
  return can(roles, 'undo') && can(roles, command);
}

/** The roles that count now: a visitor's for nobody, none at all before a one-time password was changed. */
export function activeRoles(person: Person | null): readonly Role[] {
  if (person === null) return ['visitor'];
  return person.mustChangePassword ? [] : person.roles;
}
