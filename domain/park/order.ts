import { z } from 'zod';

export const mostDocuments = 10;

/** Why something is done, in the words of who does it. */
export const reasonSchema = z.string().trim().max(500).nullable().default(null);
