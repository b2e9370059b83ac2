import { splitRefusals } from './geometry/cut/refuse-split.ts';

/** Every expected "no" of the product. The code is the API error, the message key and the name of the test. */
export const refusalCodes = [
  'access.not-allowed',
  'access.sign-in',
  'access.wrong-password',
  'access.throttled',
  'access.must-change-password',
  'access.same-password',
  'person.unknown',
  'person.exists',
  'person.last-admin',
  'device.unknown',
  'command.repeated-differently',
  'input.invalid',
  'park.unknown',
  'phase.unknown',
  'parcel.unknown',
  'parcel.stale',
  'parcel.claimed',
  'parcel.not-claimed',
  'parcel.not-ready',
  'parcel.not-there',
  'parcel.exists',
  'land.stale',
  'land.later-change',
  'land.unchanged',
  ...splitRefusals,
  'split.codes-differ',
  'import.unknown',
  'import.in-use',
  'import.unreadable',
  'import.not-placed',
  'import.no-plan',
  'import.cannot',
  'gate.derived',
  'gate.order',
  'gate.unchanged',
  'gate.already-done',
  'road.unknown',
  'road.stale',
  'chainage.invalid',
  'chainage.ambiguous',
  'chainage.gap',
  'chainage.beyond-road',
  'stretch.beyond-road',
  'stretch.empty',
  'stretch.already-recorded',
  'work.unknown',
  'work.stale',
  'work.unchanged',
  'work.already-done',
  'project.unknown',
  'project.stale',
  'stage.unchanged',
  'stage.back',
  'stage.order',
  'claim.day-order',
  'claim.unchanged',
  'claim.downgrade',
  'day.future',
  'day.past',
  'day.before-park',
  'event.unknown',
  'undo.already-undone',
  'undo.superseded',
  'undo.not-undoable',
  'document.unknown',
  'document.type',
  'document.too-large',
  'document.empty',
  'document.incomplete',
  'document.lost',
  'export.empty',
  'export.unwritable',
  'export.too-large',
  'position.inaccurate',
  'position.off-road',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** Where the refusal lies and with which numbers; values are shown to people, so units are in the names. */
export type RefusalDetail = Readonly<Record<string, string | number | null>>;

export interface Refusal {
  readonly refusal: RefusalCode;
  readonly field: string | null;
  readonly detail: RefusalDetail;
}

export function refuse(code: RefusalCode, field: string | null = null, detail: RefusalDetail = {}): Refusal {
  return { refusal: code, field, detail };
}

export function isRefusal(value: object): value is Refusal {
  return 'refusal' in value;
}
