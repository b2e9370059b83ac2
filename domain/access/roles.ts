/** Everything that can be done to a park by a command. */
export const commandNames = [
  'record-gate',
  'plan-gate',
  'record-stretch',
  'record-work',
  'assign-parcels',
  'release-parcels',
  'record-stage',
  'undo',
] as const;
export type CommandName = (typeof commandNames)[number];

export const roles = ['visitor', 'staff'] as const;
export type Role = (typeof roles)[number];

/** Who may do what. Everybody may read. */
export const mayCommand: Readonly<Record<Role, readonly CommandName[]>> = {
  visitor: [],
  staff: commandNames,
};
