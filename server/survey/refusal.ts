import type { FilePlace } from '../../domain/survey/survey-file.ts';

/** Why a file cannot be read or written; the code is the message key, the values are for people. */
export interface SurveyRefusal {
  readonly code: RefusalCode;
  readonly at: FilePlace;
  readonly detail: Readonly<Record<string, string | number | null>>;
}

export const refusalCodes = [
  'survey.format-unknown',
  'survey.format-known-unread',
  'survey.file-too-large',
  'survey.too-many-features',
  'survey.too-many-points',
  'survey.too-slow',
  'survey.too-much-memory',
  'survey.cancelled',
  'survey.reader-failed',
  'survey.damaged',
  'survey.no-features',
  'zip.damaged',
  'zip.encrypted',
  'zip.method-unknown',
  'zip.too-many-entries',
  'zip.too-large',
  'zip.ratio',
  'zip.size-differs',
  'zip.unsafe-name',
  'zip.duplicate-name',
  'zip.nested',
  'zip.overlapping',
  'shapefile.several',
  'shapefile.missing-part',
  'shapefile.not-a-shapefile',
  'dxf.binary',
  'dxf.too-deep',
  'xml.entities',
  'xml.too-deep',
  'write.needs-degrees',
  'write.system-unknown',
  'write.text-unwritable',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Thrown inside the survey worker only; callers are given the refusal as a value. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: SurveyRefusal;

  constructor(code: RefusalCode, detail: SurveyRefusal['detail'] = {}, at: Partial<FilePlace> = {}) {
    super(code);
    this.refusal = { code, detail, at: { line: at.line ?? null, record: at.record ?? null } };
  }
}
