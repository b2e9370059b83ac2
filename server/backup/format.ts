import { z } from 'zod';

/** Raised when a reader of the former number could misread what is written now. */
export const backupFormat = 1;

/** Tables that stay behind: how far the schema is stands in the header, and who is signed in signs in again. */
export const leftOut: readonly string[] = ['schema_migration', 'session'];

const count = z.number().int().nonnegative();
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);
export const sha256Text = z.string().regex(/^[0-9a-f]{64}$/);

/** The first line: what the file is and what it holds. */
export const headerSchema = z.object({
  yuantu: z.literal('backup'),
  format: count,
  version: z.string(),
  /** The `when` of the last migration of the database. */
  migration: z.number().int(),
  takenAt: z.iso.datetime(),
  parks: z.array(z.object({ code: z.string(), name: z.string(), seq: count })),
});
export type BackupHeader = z.output<typeof headerSchema>;

export const tableLine = z.strictObject({ table: name, columns: z.array(name).min(1) });
/** The text of every column, as PostgreSQL writes and reads it. */
export const rowLine = z.array(z.string().nullable());
/** Followed by lines of base64 text. */
export const documentLine = z.strictObject({ document: sha256Text, bytes: count });
export const partLine = z.base64();

/** The last line: how many rows and documents came before, and the checksum of every byte before it. */
export const endLine = z.strictObject({
  end: z.object({
    tables: z.record(name, count),
    documents: count,
    /** Checksums of documents whose files were not there, or not what they were, when the backup was taken. */
    lost: z.array(sha256Text),
    sha256: sha256Text,
  }),
});
export type BackupEnd = z.output<typeof endLine>['end'];
