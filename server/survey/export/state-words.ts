import type { ParcelStatus } from '../../../domain/parcel/gates.ts';
import type { ClaimKind } from '../../../domain/project/stages.ts';
import { claimNames, statusNames } from '../../../domain/report/say/chinese-names.ts';
import type { Words } from '../../../domain/survey/words/words.ts';

/** The states of a parcel; in Chinese as the report says them. */
export const statusWords: Readonly<Record<ParcelStatus, Words>> = {
  planned: [statusNames.planned, 'Planned'],
  approved: [statusNames.approved, 'Approved'],
  acquired: [statusNames.acquired, 'Acquired'],
  levelled: [statusNames.levelled, 'Levelled'],
  available: [statusNames.available, 'Available'],
  reserved: [statusNames.reserved, 'Reserved'],
  contracted: [statusNames.contracted, 'Contracted'],
  construction: [statusNames.construction, 'Under construction'],
  production: [statusNames.production, 'In production'],
};

export const claimWords: Readonly<Record<ClaimKind, Words>> = {
  hold: [claimNames.hold, 'Hold'],
  reservation: [claimNames.reservation, 'Reservation'],
  contract: [claimNames.contract, 'Contract'],
};
