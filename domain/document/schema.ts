import { z } from 'zod';
import { documentTypes } from './kinds.ts';

export const documentSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.enum(documentTypes),
  bytes: z.number().int().positive(),
  /** Local time of the camera, `2007-11-30T14:05:00`, with its offset where the camera knew it. */
  takenAt: z.string().nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  /** Name of the person. */
  addedBy: z.string(),
  addedAt: z.iso.datetime(),
});
/** A photo or paper that belongs to events; its bytes are asked for by its id. */
export type Document = z.infer<typeof documentSchema>;
