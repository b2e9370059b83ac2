import { z } from 'zod';
import type { ExportNote } from './write-land.ts';

export const notesHeader = 'X-Yuantu-Notes';
/** A header has a few kilobytes; what follows is more of the same. */
const mostNotes = 20;

const notesSchema = z.array(
  z.object({ code: z.string(), detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) }),
);

/** Notes as JSON in signs a header may hold. */
export function writeNotes(notes: readonly ExportNote[]): string {
  return JSON.stringify(notes.slice(0, mostNotes)).replace(
    /[^ -~]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The notes of an answer; throws for what is none. */
export function readNotes(header: string | null): ExportNote[] {
  return header === null ? [] : notesSchema.parse(JSON.parse(header));
}
