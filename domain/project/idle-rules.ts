import { addDays, type Day } from '../day.ts';

export interface IdleRules {
  readonly code: string;
  readonly source: string;
  readonly sourceEn: string;
  readonly inForceFrom: Day;
  /** Idle from this many days after the agreed start, or after works stopped. */
  readonly idleAfterDays: number;
  /** Taken back from this many days on. */
  readonly takeBackAfterDays: number;
  /** Stopped works are idle below this share of the area developed … */
  readonly developedShare: { readonly numerator: number; readonly denominator: number };
  /** … or below this share of the investment made. */
  readonly investedShare: { readonly numerator: number; readonly denominator: number };
  /** Charged on the land price once idle. */
  readonly feePercent: number;
}

/** 《闲置土地处置办法》（国土资源部令第53号, 2012); the rules of 1999 that it replaced are not reckoned with. */
export const idleRules: IdleRules = {
  code: '2012',
  source: '《闲置土地处置办法》（国土资源部令第53号）',
  sourceEn: 'Measures for the Disposal of Idle Land (Ministry of Land and Resources, Order No. 53)',
  inForceFrom: '2012-07-01',
  idleAfterDays: 365,
  takeBackAfterDays: 730,
  developedShare: { numerator: 1, denominator: 3 },
  investedShare: { numerator: 1, denominator: 4 },
  feePercent: 20,
};

export const idleLevels = ['amber', 'red', 'dark'] as const;
/** amber: overdue, not idle yet; red: idle, a fee is due; dark: to be taken back. */
export type IdleLevel = (typeof idleLevels)[number];

/** How far a clock has come after this many days. */
export function levelOf(days: number, rules: IdleRules): IdleLevel {
  if (days >= rules.takeBackAfterDays) return 'dark';
  return days >= rules.idleAfterDays ? 'red' : 'amber';
}

/** The days on which a clock that began on `since` turns red and dark. */
export function turnsOn(since: Day, rules: IdleRules): { readonly redOn: Day; readonly darkOn: Day } {
  return { redOn: addDays(since, rules.idleAfterDays), darkOn: addDays(since, rules.takeBackAfterDays) };
}
