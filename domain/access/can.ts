import { mayCommand, type CommandName, type Role } from './roles.ts';

/** Whether `role` may give `command`. Asked by the server before every command and by the page for every button. */
export function can(role: Role, command: CommandName): boolean {
  return mayCommand[role].includes(command);
}
