/** The pipeline of a project (策划, 在谈, 预约, 签约, 开工, 投产). */
export const projectStages = [
  'planned',
  'negotiating',
  'reserved',
  'contracted',
  'construction',
  'production',
] as const;
export type ProjectStage = (typeof projectStages)[number];

/** A hold and a reservation are wishes; only a contract takes land out of supply. */
export const claimKinds = ['hold', 'reservation', 'contract'] as const;
export type ClaimKind = (typeof claimKinds)[number];
