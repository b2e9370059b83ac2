/** Everything that can be done to a park by a command. */
export const commandNames = [
  'record-gate',
  'plan-gate',
  'record-stretch',
  'record-work',
  'assign-parcels',
  'release-parcels',
  'record-stage',
  'import-land',
  'split-parcel',
  'undo',
] as const;
export type CommandName = (typeof commandNames)[number];

/** A person may have several roles; who has not signed in is a visitor. */
export const roles = [
  'visitor',
  'investor',
  'road-clerk',
  'land-clerk',
  'investment-officer',
  'leader',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/** Roles that are given to people, in the order they are offered. */
export const givenRoles = roles.filter((role): role is Exclude<Role, 'visitor'> => role !== 'visitor');

export const acts = [
  ...commandNames,
  'read-history',
  'read-documents',
  'add-document',
  'see-colleagues',
  'keep-account',
  'manage-people',
  'back-up',
] as const;
export type Act = (typeof acts)[number];

const everybodySignedIn: readonly Role[] = [
  'investor',
  'road-clerk',
  'land-clerk',
  'investment-officer',
  'leader',
  'admin',
];
const staff: readonly Role[] = ['road-clerk', 'land-clerk', 'investment-officer', 'leader', 'admin'];

/** Who may do what. The map, the account and the reports are open to everybody and need no act. */
export const may: Readonly<Record<Act, readonly Role[]>> = {
  'record-gate': ['land-clerk', 'leader', 'admin'],
  'plan-gate': ['land-clerk', 'leader', 'admin'],
  'record-stretch': ['road-clerk', 'leader', 'admin'],
  'record-work': ['road-clerk', 'leader', 'admin'],
  'assign-parcels': ['investment-officer', 'leader', 'admin'],
  'release-parcels': ['investment-officer', 'leader', 'admin'],
  'record-stage': ['investment-officer', 'leader', 'admin'],
  /** Also to keep survey files and see what they would change. */
  'import-land': ['land-clerk', 'leader', 'admin'],
  'split-parcel': ['land-clerk', 'leader', 'admin'],
  /** Only of what one may record oneself: `mayUndo`. */
  undo: staff,
  'read-history': staff,
  'read-documents': staff,
  'add-document': staff,
  'see-colleagues': staff,
  /** One's own password and open sessions. */
  'keep-account': everybodySignedIn,
  'manage-people': ['admin'],
  'back-up': ['admin'],
};
